using System.Xml.Linq;
using HukouWorkflow.Local.Simulation;
using HukouWorkflow.Local.Simulation.Charts;

namespace HukouWorkflow.Local.Tests.Simulation.Charts;

public sealed class ChartTests
{
    [Fact]
    public async Task Given_a_simulation_When_its_charts_are_written_Then_each_is_well_formed_labelled_and_says_where_it_comes_from()
    {
        var run = Scenarios.Run(Scenarios.PlainBut("title: Nothing happens", "title: 'Bread & butter <here>'"), 100, seed: 77);
        using var folder = new TemporaryFolder();

        var files = SimulationCharts.Write(folder.Root, run, await Scenarios.SimulateAsync(run));

        Assert.Equal(4, files.Count);
        foreach (var texts in files.Select(file => Texts(XDocument.Load(Path.Combine(folder.Root, file)))))
        {
            Assert.Contains("Simulated: Bread & butter <here>", texts, StringComparer.Ordinal);
            Assert.Contains(texts, text => text.Contains("seed 77", StringComparison.Ordinal) && text.Contains("pack chongqing", StringComparison.Ordinal));
            Assert.Contains(texts, text => text is "Cases a month" or "People a month" or "Thousand people granted hukou" || text.StartsWith("Thousand people (", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Given_a_comparison_When_its_charts_are_written_Then_each_draws_both_packs_and_names_them()
    {
        var run = Scenarios.Run(Scenarios.PlainBut("Nothing", "Nothing at all"), 100) with { Rules = "chongqing@2010" };
        var versus = run with { Rules = "chongqing@2016" };
        using var folder = new TemporaryFolder();

        var files = new ComparisonCharts(run, versus, await new Comparer(Scenarios.Book, run, versus).RunAsync(1, TestContext.Current.CancellationToken)).Write(folder.Root);

        Assert.Equal(6, files.Count);
        foreach (var page in files.Select(file => XDocument.Load(Path.Combine(folder.Root, file))))
        {
            Assert.Contains("chongqing@2010", Texts(page), StringComparer.Ordinal);
            Assert.Contains("chongqing@2016", Texts(page), StringComparer.Ordinal);
            var lines = page.Descendants(XName.Get("polyline", "http://www.w3.org/2000/svg")).ToList();
            Assert.True(lines.Count is 0 or 2);
            Assert.Equal(lines.Count / 2, lines.Count(line => line.Attribute("stroke-dasharray") is not null));
        }
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(0.7, 0.2, 0.8)]
    [InlineData(6, 1, 6)]
    [InlineData(46_500, 10_000, 50_000)]
    public void Given_a_greatest_figure_When_scaled_Then_the_axis_rises_in_round_steps_to_no_less(double greatest, double step, double most)
    {
        var scale = Scale.For(greatest);

        Assert.Equal(step, scale.Step, 9);
        Assert.Equal(most, scale.Most, 9);
    }

    private static List<string> Texts(XDocument page) => [.. page.Descendants(XName.Get("text", "http://www.w3.org/2000/svg")).Select(text => text.Value)];
}
