using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Local.Simulation;
using NodaTime;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou simulate</c>: what a city must reckon with, under stated assumptions.</summary>
internal static class SimulateCommand
{
    private const long MostPeople = 100_000_000;
    private const int MostYears = 50;

    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var pack = Pack("--pack", "The pack. With a date (2010, 2022-06 or 2016-07-01; a year and a month mean their last day) the rules of that day alone, throughout and for everybody.");
        pack.DefaultValueFactory = _ => new PackOnDate("chongqing", null, "chongqing");
        var versus = Pack("--versus", "The pack again, at another date, to hold against the first: the same people live under both.");
        var applicants = new Option<long?>("--applicants") { Description = "How many people to simulate; each stands for an equal share of those who arrive. Without it, everybody who arrives.", HelpName = "N", CustomParser = result => ReadNumber(result, MostPeople) };
        var years = new Option<int>("--years") { Description = "How many years.", DefaultValueFactory = _ => 10, HelpName = "N", CustomParser = result => (int)(ReadNumber(result, MostYears) ?? 0) };
        var arrivals = new Option<long[]?>("--arrivals")
        {
            Description = "How many people arrive in a year, instead of the scenario's arrivals: one number for every year, or one for each, with commas.",
            HelpName = "N[,N…]",
            CustomParser = ReadArrivals,
        };
        var seed = new Option<ulong>("--seed") { Description = "What chance is drawn from; the same seed gives the same result.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var scenario = new Option<string>("--scenario")
        {
            Description = "The scenario: who comes, how they live, how they are answered.",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "scenarios", "chongqing-2010-2020.yaml"),
            HelpName = "FILE",
        };
        var output = new Option<string>("--out") { Description = "The folder for tables (CSV) and charts (SVG).", DefaultValueFactory = _ => "simulation", HelpName = "DIR" };
        var policies = CommonOptions.Policies();
        var command = new Command("simulate", "Let synthetic people live through years under a pack, by the same rules and the same decisions as the service: applications, grants, reviews, school places, waiting, by month.")
        {
            pack, versus, applicants, years, arrivals, seed, scenario, output, policies,
        };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(async () =>
        {
            var book = PolicyFolders.Load(parsed.GetValue(policies) ?? PolicyFolders.Default);
            var first = parsed.GetRequiredValue(pack)!;
            var rules = first.From(book);
            var second = parsed.GetValue(versus);
            var otherRules = second is null ? null : first.Against(second, book);
            var read = ScenarioReader.Read(parsed.GetRequiredValue(scenario), rules);
            if (parsed.GetValue(arrivals) is { Length: > 0 } people)
            {
                read = read.WithArrivals(Yearly(read.Start, people, parsed.GetValue(years)), string.Join(", ", people));
            }

            var end = read.Start.PlusYears(parsed.GetValue(years));
            var run = new SimulationRun(read, rules, new Arrivals(read.Arrivals, end, parsed.GetValue(applicants)), end, parsed.GetValue(seed)) { Rules = first.Text };
            if (otherRules is null)
            {
                await new SimulationScreen(Terminal.Create()).RunAsync(new Simulator(book, run), run, parsed.GetRequiredValue(output), cancellationToken);
                return 0;
            }

            var other = run with { Pack = otherRules, Rules = second!.Text };
            await new ComparisonScreen(Terminal.Create(), run, other).RunAsync(new Comparer(book, run, other), parsed.GetRequiredValue(output), cancellationToken);
            return 0;
        }));
        return (command, "hukou simulate --pack chongqing --applicants 1000000 --years 10 --arrivals 700000 --out simulation");
    }

    private static Option<PackOnDate?> Pack(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "PACK[@DATE]",
        CustomParser = result =>
        {
            var read = PackOnDate.Parse(result.Tokens.Single().Value);
            if (read is null)
            {
                result.AddError($"{name} takes a pack, and after @ a year, a month or a day: chongqing, chongqing@2010, chongqing@2022-06, chongqing@2016-07-01.");
            }

            return read;
        },
    };

    private static long? ReadNumber(ArgumentResult result, long most)
    {
        if (long.TryParse(result.Tokens.Single().Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"--{result.Argument.Name.TrimStart('-')} takes a whole number, 1 to {most}."));
        return null;
    }

    private static IReadOnlyList<ArrivalPeriod> Yearly(LocalDate start, long[] people, int years) => people.Length != 1 && people.Length != years
        ? throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"--arrivals names {people.Length} years, and there are {years}. Give one number for all, or one for each."))
        : [.. Enumerable.Range(0, years)
            .Select(year => new ArrivalPeriod(start.PlusYears(year), start.PlusYears(year + 1), people[people.Length == 1 ? 0 : year], IsSourced: false))];

    private static long[]? ReadArrivals(ArgumentResult result)
    {
        var texts = result.Tokens.Single().Value.Split(',');
        var people = new long[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!long.TryParse(texts[i], NumberStyles.None, CultureInfo.InvariantCulture, out people[i]) || people[i] > Arrivals.MostPeople)
            {
                result.AddError("--arrivals takes people a year, for example 700000, or one number for each year: 900000,800000,700000.");
                return null;
            }
        }

        return people;
    }
}
