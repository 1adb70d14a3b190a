using System.Xml.Linq;
using HukouWorkflow.Tables.Keys;
using HukouWorkflow.Testing.Emulator;
using Microsoft.AspNetCore.DataProtection;

namespace HukouWorkflow.Tables.Tests.Keys;

public sealed class TableKeysTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_keys_kept_in_the_table_When_they_are_read_by_another_Then_all_are_there_whole()
    {
        var storage = await TestStorage.CreateAsync(azurite);
        var ring = await TableKeyRing.OpenAsync(storage.Options, Ct);
        XElement[] elements = [new("key", new XAttribute("id", 1), "秘 & <密>"), new("key", new string('k', 200_000))];
        ring.StoreElement(elements[0], "key-1/#?");
        ring.StoreElement(elements[1], "key-2");

        var read = (await TableKeyRing.OpenAsync(storage.Options, Ct)).GetAllElements();

        Assert.Equal(elements, read, XNode.DeepEquals);
    }

    [Fact]
    public async Task Given_many_who_ask_first_at_once_When_they_ask_for_a_secret_Then_all_get_the_same_and_nothing_plain_is_stored()
    {
        var storage = await TestStorage.CreateAsync(azurite);
        var protection = new EphemeralDataProtectionProvider();

        var secrets = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            Convert.ToHexString(await (await TableSecrets.OpenAsync(storage.Options, protection, Ct)).ReadAsync("person", Ct))));

        Assert.All(secrets, secret => Assert.Equal((64, secrets[0]), (secret.Length, secret)));
        var row = Assert.Single(await storage.RowsAsync("Keys"));
        Assert.DoesNotContain(secrets[0], Convert.ToHexString(row.GetBinary("Sealed")!), StringComparison.Ordinal);
        var token = Convert.ToHexString(await (await TableSecrets.OpenAsync(storage.Options, protection, Ct)).ReadAsync("token", Ct));
        Assert.False(string.Equals(secrets[0], token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_a_secret_whose_key_is_gone_When_it_is_read_Then_it_is_refused_and_not_made_anew()
    {
        var storage = await TestStorage.CreateAsync(azurite);
        await (await TableSecrets.OpenAsync(storage.Options, new EphemeralDataProtectionProvider(), Ct)).ReadAsync("person", Ct);
        var others = await TableSecrets.OpenAsync(storage.Options, new EphemeralDataProtectionProvider(), Ct);

        var refused = await Assert.ThrowsAsync<StorageRefusedException>(() => others.ReadAsync("person", Ct));

        Assert.Contains("'person'", refused.Message, StringComparison.Ordinal);
    }
}
