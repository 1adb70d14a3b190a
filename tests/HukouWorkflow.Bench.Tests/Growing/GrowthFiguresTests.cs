using HukouWorkflow.Bench.Growing;

namespace HukouWorkflow.Bench.Tests.Growing;

public sealed class GrowthFiguresTests
{
    private static readonly SizedRuns[] Measured = [new("Loads", "µs", 1_000, [30, 10, 20]), new("Loads", "µs", 0, [10, 4, 5], "any"), new("Starts", "ms", 1_000, [7])];

    [Fact]
    public void Given_several_sizes_When_they_are_told_Then_the_largest_to_the_smallest_comes_first_and_each_size_after_it()
    {
        var figures = GrowthFigures.Of(Measured);

        Assert.Equal(
            [("1,000 open cases to an empty folder", 4.0, "x"), ("an empty folder", 5, "µs"), ("1,000 open cases", 20, "µs"), ("1,000 open cases", 7, "ms")],
            figures.Select(figure => (figure.What, figure.Value, figure.Unit)));
        Assert.Equal((1.0, 7.5), (figures[0].Low, figures[0].High));
    }

    [Fact]
    public void Given_several_sizes_When_they_are_drawn_Then_each_thing_measured_has_a_file_of_its_own_name()
    {
        var folder = Directory.CreateTempSubdirectory("hukou-").FullName;

        GrowthCharts.Write(Measured, folder);

        var names = Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal("growth-loads.svg growth-starts.svg", string.Join(" ", names));
        Assert.Contains(">1,000<", File.ReadAllText(Path.Combine(folder, "growth-loads.svg")), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
