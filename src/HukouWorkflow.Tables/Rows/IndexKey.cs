using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Tables.Rows;

/// <summary>Where a case lies in <c>CaseIndex</c>. As with wakes, each append that moves a case writes a row of its own.</summary>
/// <param name="District">The district responsible for it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Due">The day something is due, or null.</param>
/// <param name="Case">The case.</param>
/// <param name="Write">The append that wrote it.</param>
internal sealed record IndexKey(DivisionCode District, CaseStatus Status, LocalDate? Due, CaseId Case, string Write)
{
    /// <summary>Since when the case stands there, Unix milliseconds: the one column of a row.</summary>
    public const string Since = "Since";

    // Later than any day, so that cases with nothing due come last.
    private const string NoDay = "99999999";

    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>The partition: one a district and status.</summary>
    public string Partition => PartitionOf(District, Status);

    /// <summary>The row: most urgent first, then by case id.</summary>
    public string Row => $"{Day(Due)}:{Case}:{Write}";

    /// <summary>The partition of a district and status.</summary>
    public static string PartitionOf(DivisionCode district, CaseStatus status) => $"{district}:{StatusName.Of(status)}";

    /// <summary>Reads a partition's name.</summary>
    public static bool TryParsePartition(string? partition, out DivisionCode district, out CaseStatus status)
    {
        district = default;
        status = default;
        return partition?.Split(':') is [var code, var name] && DivisionCode.TryParse(code, out district) && StatusName.TryParse(name, out status);
    }

    /// <summary>The filter for the rows of a partition that a query wants, whatever its districts and statuses.</summary>
    public static string Filter(string partition, CaseQuery query) => string.Concat(
        $"PartitionKey eq '{partition}'",
        // A semicolon follows the colon: past every row of that case at that place.
        query.After is { } after ? $" and RowKey ge '{Day(after.Due)}:{after.Id};'" : "",
        query.DueBefore is { } before ? $" and RowKey lt '{Day(before)}'" : "");

    /// <summary>Reads a row's key.</summary>
    public static bool TryParse(string? partition, string? row, [NotNullWhen(true)] out IndexKey? key)
    {
        key = null;
        if (!TryParsePartition(partition, out var district, out var status)
            || row?.Split(':') is not [var day, var id, var write]
            || !CaseId.TryParse(id, out var owner)
            || !TryReadDay(day, out var due))
        {
            return false;
        }

        key = new IndexKey(district, status, due, owner, write);
        return true;
    }

    private static string Day(LocalDate? due) => due?.ToString("uuuuMMdd", CultureInfo.InvariantCulture) ?? NoDay;

    private static bool TryReadDay(string text, out LocalDate? due)
    {
        due = null;
        if (string.Equals(text, NoDay, StringComparison.Ordinal))
        {
            return true;
        }

        var read = DayPattern.Parse(text);
        due = read.Success ? read.Value : null;
        return read.Success;
    }
}
