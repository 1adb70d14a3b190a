using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Tests.Identity;

/// <summary>Divisions by their code (GB/T 2260).</summary>
public sealed class DivisionCodeTests
{
    [Theory]
    [InlineData("500105", 50)]
    [InlineData("110000", 11)]
    [InlineData("830000", 83)]
    public void Given_six_digits_of_a_province_When_they_are_read_Then_they_are_written_the_same(string text, int province)
    {
        Assert.True(DivisionCode.TryParse(text, out var code));
        Assert.Equal(text, code.ToString());
        Assert.Equal(province, code.Province);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("50010")]
    [InlineData("5001055")]
    [InlineData(" 50010")]
    [InlineData("50010 ")]
    [InlineData("+50010")]
    [InlineData("5001.5")]
    [InlineData("0x5001")]
    [InlineData("000000")]
    [InlineData("160105")]
    [InlineData("990105")]
    [InlineData("\u0665\u0660\u0660\u0661\u0660\u0665")]
    [InlineData("\uFF15\uFF10\uFF10\uFF11\uFF10\uFF15")]
    public void Given_any_other_text_When_it_is_read_Then_it_is_no_division(string? text)
    {
        Assert.False(DivisionCode.TryParse(text, out var code));
        Assert.Equal(default, code);
    }

    [Theory]
    [InlineData(500105, 500000, true)]
    [InlineData(500230, 500000, true)]
    [InlineData(500000, 500000, true)]
    [InlineData(510104, 500000, false)]
    [InlineData(440304, 440300, true)]
    [InlineData(440300, 440300, true)]
    [InlineData(440104, 440300, false)]
    [InlineData(450300, 440300, false)]
    public void Given_a_division_and_a_city_When_asked_whether_it_lies_in_it_Then_their_leading_digits_decide(int division, int city, bool isIn) =>
        Assert.Equal(isIn, new DivisionCode(division).IsIn(new DivisionCode(city)));
}
