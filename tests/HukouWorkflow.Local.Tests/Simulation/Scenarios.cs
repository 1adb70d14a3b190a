using HukouWorkflow.Core.Policies;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Local.Simulation;

namespace HukouWorkflow.Local.Tests.Simulation;

/// <summary>Scenarios to simulate: one without any chance in it, and the one that ships.</summary>
internal static class Scenarios
{
    /// <summary>Everybody arrives and applies on 10 March 2011 with a spouse and a child of seven, and nothing ever happens to them.</summary>
    public const string Plain = """
        title: Nothing happens
        start: 2011-01-01
        arrivals:
          - {from: 2011-03-10, to: 2011-03-11, people: 1000, status: assumed}
        districts: {shares: {centralCore: 1, centralExtension: 0, newUrban: 0, northEast: 0, southEast: 0}, status: assumed}
        permits: {share: 0, status: assumed}
        applies: {after: {least: 0, most: 0}, status: assumed}
        tells: {after: {least: 0, most: 0}, status: assumed}
        endorsements: {late: 0, daysLate: {least: 0, most: 0}, givesUp: 0, status: assumed}
        absences: []
        moves: {withinCity: 0, outOfCity: 0, returns: 0, returnsAfter: {least: 0, most: 0}, status: assumed}
        work: {share: 0, business: 0, startsAfter: {least: 0, most: 0}, spell: {least: 1, most: 1}, between: {least: 0, most: 0}, status: assumed}
        insurance: {share: 0, status: assumed}
        housing: {ownedOnArrival: 0, buysPerYear: 0, status: assumed}
        family: {spouse: 1, children: [0, 1], childAge: {least: 7, most: 7}, status: assumed}
        consents: {share: 1, status: assumed}
        withdraws: {perYear: 0, status: assumed}
        registers:
          population: {contradicted: 0, unknown: 0, noAnswer: 0, status: assumed}
          residencePermit: {contradicted: 0, unknown: 0, noAnswer: 0, status: assumed}
          socialInsurance: {contradicted: 0, unknown: 0, noAnswer: 0, status: assumed}
          employment: {contradicted: 0, unknown: 0, noAnswer: 0, status: assumed}
          housing: {contradicted: 0, unknown: 0, noAnswer: 0, status: assumed}
          publicSecurity: {contradicted: 0, unknown: 0, noAnswer: 0, status: assumed}
        agencies:
          education: {declined: 0, noAnswer: 0, status: assumed}
          health: {declined: 0, noAnswer: 0, status: assumed}
        """;

    public static PolicyBook Book { get; } = PolicyFolders.Load(PolicyFolders.Default);

    public static PolicyPack Pack { get; } = Book.Find("chongqing")!;

    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "scenarios", "chongqing-2010-2020.yaml");

    /// <summary>The plain scenario with one thing in it changed.</summary>
    public static Scenario PlainBut(string was, string becomes)
    {
        Assert.Contains(was, Plain, StringComparison.Ordinal);
        return ScenarioReader.Read(new PackFile("plain.yaml", Plain.Replace(was, becomes, StringComparison.Ordinal)), Pack);
    }

    public static SimulationRun Run(Scenario scenario, long people, int years = 10, ulong seed = 1)
    {
        var end = scenario.Start.PlusYears(years);
        return new SimulationRun(scenario, Pack, new Arrivals(scenario.Arrivals, end, people), end, seed);
    }

    public static Task<Totals> SimulateAsync(SimulationRun run, int workers = 2) =>
        new Simulator(Book, run).RunAsync(workers, TestContext.Current.CancellationToken);
}
