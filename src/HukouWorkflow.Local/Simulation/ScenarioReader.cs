using System.Globalization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Reading;
using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>Reads a scenario as strictly as the packs are read: every problem at once, by file and line.</summary>
internal sealed class ScenarioReader
{
    // A century is longer than any planner asks about, and keeps every day within the calendar.
    private const int MostDays = 36_500;
    private const double Rounding = 1e-9;
    private readonly List<PackProblem> _problems = [];
    private int _sourced;
    private int _assumed;

    private ScenarioReader()
    {
    }

    /// <summary>Reads a scenario.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pack">The pack it is to be simulated under.</param>
    /// <exception cref="InvalidDataException">It is none; every problem is named by file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Scenario Read(string path, PolicyPack pack) => Read(new PackFile(path, File.ReadAllText(path)), pack);

    /// <summary>Reads a scenario from its text.</summary>
    /// <exception cref="InvalidDataException">It is none; every problem is named by file and line.</exception>
    public static Scenario Read(PackFile file, PolicyPack pack)
    {
        var reader = new ScenarioReader();
        var scenario = YamlText.Read(file, reader._problems) is { } fields ? reader.Read(fields, pack) : null;
        return scenario is null || reader._problems.Count > 0
            ? throw new InvalidDataException(string.Join(Environment.NewLine, reader._problems.OrderBy(problem => problem.Line)))
            : scenario;
    }

    private Scenario Read(Fields fields, PolicyPack pack)
    {
        var scenario = new Scenario
        {
            Title = fields.Text("title"),
            Start = Start(fields, pack),
            Arrivals = List(fields, "arrivals", Arrivals),
            Districts = Part(fields, "districts", part => Districts(part, pack)) ?? new Dictionary<string, double>(StringComparer.Ordinal),
            Permits = Part(fields, "permits", part => Share(part, "share")),
            AppliesAfter = Part(fields, "applies", part => Range(part, "after")),
            TellsAfter = Part(fields, "tells", part => Range(part, "after")),
            Endorsements = Part(fields, "endorsements", part => new EndorsementHabits(Share(part, "late"), Range(part, "daysLate"), Share(part, "givesUp")))!,
            Absences = List(fields, "absences", item => new AbsenceHabit(Share(item, "perYear"), Range(item, "days"))),
            Moves = Part(fields, "moves", part => new MoveHabits(Share(part, "withinCity"), Share(part, "outOfCity"), Share(part, "returns"), Range(part, "returnsAfter")))!,
            Work = Part(fields, "work", part => new WorkHabits(Share(part, "share"), Share(part, "business"), Range(part, "startsAfter"), Range(part, "spell", least: 1), Range(part, "between")))!,
            Insured = Part(fields, "insurance", part => Share(part, "share")),
            Housing = Part(fields, "housing", part => new HousingHabits(Share(part, "ownedOnArrival"), Share(part, "buysPerYear")))!,
            Family = Part(fields, "family", part => new FamilyShape(Share(part, "spouse"), Children(part), Range(part, "childAge")))!,
            Consents = Part(fields, "consents", part => Share(part, "share")),
            Withdraws = Part(fields, "withdraws", part => Share(part, "perYear")),
            Registers = Each<Register, RegisterRates>(fields, "registers", part => new(Share(part, "contradicted"), Share(part, "unknown"), Share(part, "noAnswer"))),
            Agencies = Each<BenefitKind, AgencyRates>(fields, "agencies", part => new(Share(part, "declined"), Share(part, "noAnswer"))),
            Sourced = _sourced,
            Assumed = _assumed,
        };
        fields.End();
        return scenario;
    }

    private static LocalDate Start(Fields fields, PolicyPack pack)
    {
        var start = fields.Date("start");
        if (pack.VersionOn(start) is null && start != LocalDate.MinIsoValue)
        {
            fields.Report("start", "start", $"No version of the pack '{pack.Id}' is in force on that day. Begin on {pack.Versions[0].From:uuuu-MM-dd} or later.");
        }

        return start;
    }

    private static ArrivalPeriod Arrivals(Fields item)
    {
        var period = new ArrivalPeriod(item.Date("from"), item.Date("to"), long.TryParse(item.Text("people"), NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : 0, item.Has("source"));
        if (period.People is < 1 or > Simulation.Arrivals.MostPeople)
        {
            item.Report("people", "number", $"This is no number of people. Write digits, 1 to {Simulation.Arrivals.MostPeople}.");
        }

        if (period.To <= period.From || Period.DaysBetween(period.From, period.To) > MostDays)
        {
            item.Report("to", "date", "The period runs backwards, is empty, or is longer than a century. 'to' is the first day after it.");
        }

        return period;
    }

    private static Dictionary<string, double> Districts(Fields part, PolicyPack pack)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        if (part.Map("shares") is not { } map)
        {
            return shares;
        }

        foreach (var districts in pack.DistrictClasses.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            shares.Add(districts, Share(map, districts));
        }

        map.End();
        MustSumToOne(part, "shares", shares.Values);
        return shares;
    }

    private static List<double> Children(Fields part)
    {
        var shares = new List<double>();
        foreach (var text in part.TextList("children"))
        {
            shares.Add(TryShare(text) ?? Refuse(part, "children", text));
        }

        MustSumToOne(part, "children", shares);
        return shares;
    }

    private Dictionary<T, TRates> Each<T, TRates>(Fields fields, string key, Func<Fields, TRates> read)
        where T : struct, Enum
        where TRates : class
    {
        var rates = new Dictionary<T, TRates>();
        if (fields.Map(key) is not { } map)
        {
            return rates;
        }

        foreach (var one in Enum.GetValues<T>())
        {
            if (Part(map, Words<T>.WordFor(one), read) is { } found)
            {
                rates.Add(one, found);
            }
        }

        map.End();
        return rates;
    }

    /// <summary>A part of the scenario that rests on something: on a source, or on an assumption that says it is one.</summary>
    private T? Part<T>(Fields fields, string key, Func<Fields, T> read) => fields.Map(key) is { } part ? Rest(part, read) : default;

    private List<T> List<T>(Fields fields, string key, Func<Fields, T> read) => [.. fields.MapList(key).Select(item => Rest(item, read))];

    private T Rest<T>(Fields part, Func<Fields, T> read)
    {
        var value = read(part);
        var isSourced = part.OptionalText("source") is not null;
        var isAssumed = part.OptionalText("status") is { } status
            && (string.Equals(status, "assumed", StringComparison.Ordinal) || RefuseStatus(part, status));
        if (isSourced == isAssumed)
        {
            part.Report(part.At, "source", "Say what these figures rest on: either 'source: …' or 'status: assumed'.");
        }

        (_sourced, _assumed) = (_sourced + (isSourced ? 1 : 0), _assumed + (isAssumed ? 1 : 0));
        part.End();
        return value;
    }

    private static bool RefuseStatus(Fields part, string status)
    {
        part.Report("status", "word", $"'{status}' is no status of a scenario. Write 'assumed', or name a 'source' instead.");
        return true;
    }

    private static DayRange Range(Fields part, string key, int least = 0)
    {
        if (part.Map(key) is not { } map)
        {
            return default;
        }

        var range = new DayRange(Number(map, "least"), Number(map, "most"));
        map.End();
        if (range.Least < least || range.Most < range.Least || range.Most > MostDays)
        {
            part.Report(key, "range", string.Create(CultureInfo.InvariantCulture, $"The range must rise, from {least} or more to {MostDays} at most. Write {{least: …, most: …}}."));
        }

        return range;
    }

    private static int Number(Fields map, string key)
    {
        if (!int.TryParse(map.Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            map.Report(key, "number", "This is no whole number. Write digits.");
        }

        return number;
    }

    private static double Share(Fields part, string key) => part.Text(key) is var text && TryShare(text) is { } share ? share : Refuse(part, key, text);

    private static double? TryShare(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : null;

    private static double Refuse(Fields part, string key, string text)
    {
        if (text.Length > 0)
        {
            part.Report(key, "share", $"'{text}' is no share. Write a number from 0 to 1.");
        }

        return 0;
    }

    private static void MustSumToOne(Fields part, string key, IReadOnlyCollection<double> shares)
    {
        if (Math.Abs(shares.Sum() - 1) > Rounding)
        {
            part.Report(key, "sum", string.Create(CultureInfo.InvariantCulture, $"The shares add up to {shares.Sum():0.####}. Make them add up to 1."));
        }
    }
}
