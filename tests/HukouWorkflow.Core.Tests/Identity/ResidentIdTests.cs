using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Identity;

/// <summary>Resident identity numbers (GB 11643-1999). Every person here is made up, or is the standard's own example.</summary>
public sealed class ResidentIdTests
{
    private const string Born1949 = "11010519491231002X";

    [Theory]
    [InlineData(Born1949, 110105, 1949, 12, 31)]
    [InlineData("440524188001010014", 440524, 1880, 1, 1)]
    public void Given_a_number_from_the_standard_When_it_is_read_Then_it_tells_division_and_birth(
        string text, int division, int year, int month, int day)
    {
        Assert.True(ResidentId.TryParse(text, out var id, out var fault));
        Assert.Equal(ResidentIdFault.None, fault);
        Assert.Equal(text, id.Value);
        Assert.Equal(new DivisionCode(division), id.FirstRegistered);
        Assert.Equal(new LocalDate(year, month, day), id.BirthDate);
    }

    [Fact]
    public void Given_a_lower_case_x_When_it_is_read_Then_it_is_the_same_number()
    {
        Assert.True(ResidentId.TryParse("11010519491231002x", out var lower, out _));
        Assert.Equal(Read(Born1949), lower);
        Assert.Equal(Born1949, lower.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("11010519491231002")]
    [InlineData("11010519491231002X0")]
    [InlineData(" 11010519491231002X")]
    [InlineData("11010519491231002 ")]
    [InlineData("110105 9491231002X")]
    [InlineData("1101051949123100XX")]
    [InlineData("11010519491231002Y")]
    [InlineData("+1010519491231002X")]
    [InlineData("11010519491231002\u216B")]
    [InlineData("\u0661\u0661\u0660\u0661\u0660\u0665\u0661\u0669\u0664\u0669\u0661\u0662\u0663\u0661\u0660\u0660\u0662X")]
    [InlineData("\uFF11\uFF11\uFF10\uFF11\uFF10\uFF15\uFF11\uFF19\uFF14\uFF19\uFF11\uFF12\uFF13\uFF11\uFF10\uFF10\uFF12\uFF38")]
    [InlineData("11010519491231002\uFF38")]
    [InlineData("44052418800101001\u0664")]
    [InlineData("110105491231002")]
    public void Given_another_shape_When_it_is_read_Then_its_shape_is_the_fault(string? text) => AssertRefused(ResidentIdFault.Shape, text);

    [Theory]
    [InlineData("000000")]
    [InlineData("100105")]
    [InlineData("160105")]
    [InlineData("910105")]
    [InlineData("990105")]
    public void Given_a_province_that_does_not_exist_When_it_is_read_Then_its_division_is_the_fault(string division) =>
        AssertRefused(ResidentIdFault.Division, WithCheck(division + "19491231002"));

    [Theory]
    [InlineData("17991231")]
    [InlineData("00000101")]
    [InlineData("19490001")]
    [InlineData("19491301")]
    [InlineData("19491200")]
    [InlineData("19491232")]
    [InlineData("19490431")]
    [InlineData("19490229")]
    [InlineData("19000229")]
    [InlineData("20230229")]
    public void Given_a_birth_date_that_is_not_in_the_calendar_When_it_is_read_Then_its_birth_date_is_the_fault(string born) =>
        AssertRefused(ResidentIdFault.BirthDate, WithCheck("110105" + born + "002"));

    [Theory]
    [InlineData("18000101")]
    [InlineData("20000229")]
    [InlineData("20240229")]
    public void Given_an_unusual_birth_date_that_is_in_the_calendar_When_it_is_read_Then_it_is_taken(string born) =>
        Assert.Equal(born, Read(WithCheck("110105" + born + "002")).BirthDate.ToString("uuuuMMdd", CultureInfo.InvariantCulture));

    [Property(MaxTest = 2000)]
    public Property Given_any_division_birth_and_sequence_When_the_check_fits_Then_the_number_is_read() =>
        Prop.ForAll(Numbers.ToArbitrary(), text => Assert.Equal(text, Read(text).Value));

    [Property(MaxTest = 2000)]
    public Property Given_any_seventeen_digits_When_the_check_is_computed_Then_it_is_that_of_ISO_7064_MOD_11_2() =>
        Prop.ForAll(
            Gen.Choose(0, 9).ListOf(17).ToArbitrary(),
            digits =>
            {
                var text = string.Concat(digits);
                Assert.Equal(WithCheck(text)[17], ResidentId.CheckCharacterOf(text));
            });

    [Property(MaxTest = 300)]
    public Property Given_a_number_When_any_one_character_is_changed_Then_it_is_refused() =>
        Prop.ForAll(Numbers.ToArbitrary(), text =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                foreach (var other in "0123456789X".Where(character => character != text[i]))
                {
                    AssertRefused(null, text[..i] + other + text[(i + 1)..]);
                }
            }
        });

    [Property(MaxTest = 1000)]
    public Property Given_a_number_When_two_neighbours_that_differ_change_places_Then_it_is_refused() =>
        Prop.ForAll(Numbers.ToArbitrary(), text =>
        {
            foreach (var i in Enumerable.Range(0, 17).Where(i => text[i] != text[i + 1]))
            {
                AssertRefused(null, $"{text[..i]}{text[i + 1]}{text[i]}{text[(i + 2)..]}");
            }
        });

    [Theory]
    [InlineData("19880315", "2026-03-14", 37)]
    [InlineData("19880315", "2026-03-15", 38)]
    [InlineData("19880315", "1988-03-15", 0)]
    [InlineData("20080229", "2026-02-27", 17)]
    [InlineData("20080229", "2026-02-28", 18)]
    [InlineData("20080229", "2028-02-28", 19)]
    [InlineData("20080229", "2028-02-29", 20)]
    public void Given_a_birthday_When_age_is_asked_around_it_Then_it_turns_on_the_day(string born, string day, int age) =>
        Assert.Equal(age, Read(WithCheck("500230" + born + "224")).AgeOn(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value));

    [Fact]
    public void Given_a_number_When_it_prints_itself_Then_no_part_of_it_shows()
    {
        var id = Read(Born1949);

        Assert.Equal("ResidentId(masked)", id.ToString());
        Assert.Equal("ResidentId(masked)", $"{id}");
    }

    private static Gen<string> Numbers =>
        from province in Gen.Elements(11, 13, 31, 44, 50, 51, 65, 71, 81, 83)
        from county in Gen.Choose(0, 9999)
        from born in Gen.Choose(0, 82_000).Select(new LocalDate(1800, 1, 1).PlusDays)
        from sequence in Gen.Choose(0, 999)
        select WithCheck(string.Create(CultureInfo.InvariantCulture, $"{province}{county:D4}{born.Year:D4}{born.Month:D2}{born.Day:D2}{sequence:D3}"));

    // ISO 7064, pure system MOD 11-2 as its recurrence: the check brings the running remainder to 1. No table of weights.
    private static string WithCheck(string digits)
    {
        var remainder = 0;
        foreach (var digit in digits)
        {
            remainder = (remainder + (digit - '0')) * 2 % 11;
        }

        var check = (12 - remainder) % 11;
        return digits + (check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture));
    }

    private static ResidentId Read(string text)
    {
        Assert.True(ResidentId.TryParse(text, out var id, out var fault), $"{text} was refused: {fault}");
        return id;
    }

    private static void AssertRefused(ResidentIdFault? why, string? text)
    {
        Assert.False(ResidentId.TryParse(text, out var id, out var fault), $"{text} was taken");
        Assert.Null(id);
        Assert.NotEqual(ResidentIdFault.None, fault);
        Assert.Equal(why ?? fault, fault);
    }
}
