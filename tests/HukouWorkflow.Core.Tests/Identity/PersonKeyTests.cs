using System.Security.Cryptography;
using System.Text;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Tests.Identity;

/// <summary>What stands for a person where their number may not.</summary>
public sealed class PersonKeyTests
{
    private static readonly byte[] Secret = SHA256.HashData("the service's secret"u8);
    private static readonly byte[] OtherSecret = SHA256.HashData("another secret"u8);

    [Fact]
    public void Given_one_person_When_their_key_is_made_again_Then_it_is_the_same()
    {
        Assert.True(ResidentId.TryParse("11010519491231002x", out var lower, out _));

        Assert.Equal(PersonKey.Of(Someone(), Secret), PersonKey.Of(lower, Secret));
    }

    [Fact]
    public void Given_one_person_When_the_secret_is_another_Then_the_key_is_another() =>
        Assert.NotEqual(PersonKey.Of(Someone(), Secret), PersonKey.Of(Someone(), OtherSecret));

    [Fact]
    public void Given_two_people_When_their_keys_are_made_Then_they_differ()
    {
        Assert.True(ResidentId.TryParse("440524188001010014", out var another, out _));

        Assert.NotEqual(PersonKey.Of(Someone(), Secret), PersonKey.Of(another, Secret));
    }

    [Fact]
    public void Given_an_account_named_like_a_number_When_its_key_is_made_Then_it_is_not_the_residents() =>
        Assert.NotEqual(PersonKey.Of(Someone(), Secret), PersonKey.OfAccount(Someone().Value, Secret));

    [Fact]
    public void Given_a_key_When_it_prints_itself_Then_it_is_32_hexadecimal_digits_of_its_bytes_without_the_number()
    {
        var key = PersonKey.Of(Someone(), Secret);

        Assert.Matches("^[0-9a-f]{32}$", key.ToString());
        Assert.Equal(PersonKey.Length, key.ToBytes().Length);
        Assert.Equal(key.ToString(), Convert.ToHexStringLower(key.ToBytes()));
        Assert.DoesNotContain(Someone().Value, key.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Someone().Value, Encoding.ASCII.GetString(key.ToBytes()), StringComparison.OrdinalIgnoreCase);
    }

    private static ResidentId Someone()
    {
        Assert.True(ResidentId.TryParse("11010519491231002X", out var id, out _));
        return id;
    }
}
