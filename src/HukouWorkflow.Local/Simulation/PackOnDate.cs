using HukouWorkflow.Core.Policies;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Local.Simulation;

/// <summary>A pack as it is named on the command line, <c>NAME</c> or <c>NAME@DATE</c>: with a date, the rules of that day alone.</summary>
/// <param name="Id">The pack.</param>
/// <param name="Day">The day whose rules apply throughout, to everybody; null where each version applies in its time.</param>
/// <param name="Text">As it was named.</param>
internal sealed record PackOnDate(string Id, LocalDate? Day, string Text)
{
    private static readonly LocalDatePattern Year = LocalDatePattern.CreateWithInvariantCulture("uuuu");
    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM");

    /// <summary>Reads it; null where what follows the @ is no year, month or day. A year and a month mean their last day.</summary>
    public static PackOnDate? Parse(string text)
    {
        if (text.Split('@', 2) is not [var id, var date])
        {
            return new PackOnDate(text, null, text);
        }

        LocalDate? day = Year.Parse(date) is { Success: true } year ? new LocalDate(year.Value.Year, 12, 31)
            : Month.Parse(date) is { Success: true } month ? DateAdjusters.EndOfMonth(month.Value)
            : LocalDatePattern.Iso.Parse(date) is { Success: true } iso ? iso.Value
            : null;
        return day is null ? null : new PackOnDate(id, day, text);
    }

    /// <summary>The rules it names.</summary>
    /// <exception cref="InvalidDataException">There is no such pack, or it had no rules yet on that day.</exception>
    public PolicyPack From(PolicyBook book)
    {
        var pack = book.Find(Id)
            ?? throw new InvalidDataException($"There is no pack '{Id}'. Packs here: {string.Join(", ", book.Packs.Select(each => each.Id))}.");
        return Day is not { } day ? pack
            : pack.VersionOn(day) is not null ? pack.FrozenOn(day)
            : throw new InvalidDataException($"The pack '{Id}' has no rules on {LocalDatePattern.Iso.Format(day)}: its first version is of {LocalDatePattern.Iso.Format(pack.Versions[0].From)}. Name a later date.");
    }

    /// <summary>The rules to hold against these, for the same people.</summary>
    /// <param name="versus">What names them.</param>
    /// <param name="book">The rules.</param>
    /// <exception cref="InvalidDataException">They are the same, or another city's, or not there.</exception>
    public PolicyPack Against(PackOnDate versus, PolicyBook book)
    {
        var other = versus.From(book);
        return !string.Equals(versus.Id, Id, StringComparison.Ordinal)
            ? throw new InvalidDataException($"'{versus.Id}' is another city than '{Id}', and people live their lives in one. Compare two dates of one pack, for example --pack {Id}@2010 --versus {Id}@2016.")
            : versus.Day == Day
                ? throw new InvalidDataException($"--versus {versus.Text} is the same as --pack {Text}. Name another date, for example {Id}@2016.")
                : other;
    }
}
