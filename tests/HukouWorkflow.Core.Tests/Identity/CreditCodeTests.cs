using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Tests.Identity;

/// <summary>Unified social credit codes (GB 32100-2015).</summary>
public sealed class CreditCodeTests
{
    private const string Known = "91350100M000100Y43";
    private static readonly char[] Alphabet = [.. Enumerable.Range('0', 10).Concat(Enumerable.Range('A', 26)).Select(c => (char)c).Except("IOSVZ")];

    [Fact]
    public void Given_a_known_code_When_it_is_checked_Then_form_and_check_hold()
    {
        Assert.True(CreditCode.HasForm(Known));
        Assert.True(CreditCode.HasCheck(Known));
    }

    [Fact]
    public void Given_a_wrong_check_character_When_it_is_checked_Then_only_the_form_holds()
    {
        Assert.True(CreditCode.HasForm("91350100M000100Y44"));
        Assert.False(CreditCode.HasCheck("91350100M000100Y44"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100M000100Y433")]
    [InlineData("91350100m000100y43")]
    [InlineData("91350100I000100Y43")]
    [InlineData("91350100O000100Y43")]
    [InlineData("91350100S000100Y43")]
    [InlineData("91350100V000100Y43")]
    [InlineData("91350100Z000100Y43")]
    [InlineData("91350100 000100Y43")]
    [InlineData("\uFF191350100M000100Y43")]
    public void Given_a_text_outside_length_or_alphabet_When_it_is_checked_Then_neither_holds(string text)
    {
        Assert.False(CreditCode.HasForm(text));
        Assert.False(CreditCode.HasCheck(text));
    }

    [Property(MaxTest = 2000)]
    public Property Given_any_code_When_it_is_checked_Then_its_own_check_fits_and_no_other() =>
        Prop.ForAll(Bodies.ToArbitrary(), body =>
        {
            var fitting = Alphabet.Where(check => CreditCode.HasCheck(body + check));

            Assert.Equal([CheckOf(body)], fitting);
        });

    [Property(MaxTest = 300)]
    public Property Given_a_code_When_one_character_is_changed_or_two_neighbours_change_places_Then_its_check_fails() =>
        Prop.ForAll(Bodies.ToArbitrary(), body =>
        {
            var code = body + CheckOf(body);
            for (var i = 0; i < code.Length; i++)
            {
                foreach (var other in Alphabet.Where(character => character != code[i]))
                {
                    Assert.False(CreditCode.HasCheck(code[..i] + other + code[(i + 1)..]));
                }

                if (i < 17 && code[i] != code[i + 1])
                {
                    Assert.False(CreditCode.HasCheck($"{code[..i]}{code[i + 1]}{code[i]}{code[(i + 2)..]}"));
                }
            }
        });

    private static Gen<string> Bodies => Gen.Elements(Alphabet).ListOf(17).Select(characters => string.Concat(characters));

    // Horner's rule from the right, base 3, instead of weights: body and check together are 0 modulo 31.
    private static char CheckOf(string body)
    {
        var remainder = body.Reverse().Aggregate(0, (sum, character) => ((sum * 3) + Array.IndexOf(Alphabet, character)) % 31);
        return Alphabet[(31 - remainder) % 31];
    }
}
