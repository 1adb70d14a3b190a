using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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

    [Fact]
    public async Task Given_a_ring_under_a_certificate_When_a_key_comes_that_lay_open_Then_it_is_encrypted_and_still_unseals()
    {
        var storage = await TestStorage.CreateAsync(azurite);
        using var folder = new TemporaryFolder();
        var elsewhere = DataProtectionProvider.Create(new DirectoryInfo(folder.Path), builder => builder.SetApplicationName(KeyProtection.ApplicationName));
        var bytes = elsewhere.CreateProtector("test").Protect("sealed elsewhere"u8.ToArray());
        var file = Directory.GetFiles(folder.Path, "*.xml").Single();
        var secret = XElement.Load(file).Descendants("masterKey").Single().Value;
        var certificates = new KeyCertificates(SelfSigned(), []);

        (await TableKeys.OpenAsync(storage.Options, certificates, hasCases: false, Ct)).TakeKey(Path.GetFileNameWithoutExtension(file), XElement.Load(file));

        var stored = string.Concat((await TableKeyRing.OpenAsync(storage.Options, Ct)).GetAllElements());
        Assert.Contains("encryptedSecret", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
        var opened = await TableKeys.OpenAsync(storage.Options, certificates, hasCases: true, Ct);
        Assert.Equal("sealed elsewhere"u8, opened.Protection.CreateProtector("test").Unprotect(bytes));
    }

    [Fact]
    public async Task Given_cases_whose_keys_are_gone_When_the_keys_are_opened_Then_they_are_refused_and_not_made_anew()
    {
        var storage = await TestStorage.CreateAsync(azurite);

        var refused = await Assert.ThrowsAsync<StorageRefusedException>(() => TableKeys.OpenAsync(storage.Options, null, hasCases: true, Ct));

        Assert.Contains("Restore the table from a backup", refused.Message, StringComparison.Ordinal);
        Assert.Empty((await TableKeyRing.OpenAsync(storage.Options, Ct)).GetAllElements());
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, from.AddYears(50));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("hukou-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
