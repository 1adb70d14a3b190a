using HukouWorkflow.Bench.Reporting;

namespace HukouWorkflow.Bench.Tests.Reporting;

public sealed class YardstickTests
{
    [Fact]
    public void Given_runs_that_took_turns_When_one_is_held_against_the_other_Then_the_ratio_is_the_median_of_the_runs_own()
    {
        // A machine that was slow in the second run slowed both: the ratio of medians would be another.
        var figure = Figure.OfRuns("Intake", "Accepted", [10, 4, 9], "/s", "").Beside("without storage", [20, 10, 12]);
        Assert.Equal(new Yardstick("without storage", 12, 0.5), figure.Against);
        Assert.Equal("0.5x", FigureText.Ratio(figure));
        Assert.Equal("9 /s", FigureText.Value(figure));
        Assert.Equal("without storage: 12 /s", FigureText.Yardstick(figure));
    }

    [Fact]
    public void Given_a_report_with_a_yardstick_When_it_is_shown_Then_the_ratio_goes_first()
    {
        var alone = Figure.OfRuns("Intake", "Accepted", [1], "/s", "");
        Assert.Equal("ratio", FigureText.Columns(new Report("intake", "", [], [alone, alone.Beside("else", [2])]))[0].Title);
        Assert.Equal("figure", FigureText.Columns(new Report("storage", "", [], [alone]))[0].Title);
    }
}
