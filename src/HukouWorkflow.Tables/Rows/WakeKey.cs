using System.Diagnostics.CodeAnalysis;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Tables.Rows;

/// <summary>
/// Where a wake lies in <c>Wakes</c>. Each append that moves a case's wake writes a row of its own, so nobody can delete a
/// row that somebody else has since come to need.
/// </summary>
/// <param name="Milliseconds">When.</param>
/// <param name="Case">Whose.</param>
/// <param name="Write">The append that wrote it.</param>
internal sealed record WakeKey(long Milliseconds, CaseId Case, string Write)
{
    /// <summary>The partitions, so that no one server has all wakes to write.</summary>
    public static readonly IReadOnlyList<string> Buckets = [.. "0123456789abcdef".Select(digit => digit.ToString())];

    /// <summary>The partition: a case id's last digit is random.</summary>
    public string Partition => Case.ToString()[^1..];

    /// <summary>The row, in the order of time.</summary>
    public string Row => $"{Moment.Sortable(Milliseconds)}:{Case}:{Write}";

    /// <summary>The filter for the wakes of a bucket up to an instant.</summary>
    public static string FilterUntil(string bucket, Instant until) =>
        $"PartitionKey eq '{bucket}' and RowKey lt '{Moment.Sortable(Moment.Of(until) + 1)}'";

    /// <summary>Reads a row's key.</summary>
    public static bool TryParse([NotNullWhen(true)] string? row, [NotNullWhen(true)] out WakeKey? key)
    {
        key = row?.Split(':') is [var at, var id, var write] && Moment.TryReadSortable(at, out var milliseconds) && CaseId.TryParse(id, out var owner)
            ? new WakeKey(milliseconds, owner, write)
            : null;
        return key is not null;
    }
}
