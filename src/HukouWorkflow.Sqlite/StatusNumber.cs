using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Sqlite;

/// <summary>The number each status has in the file, for ever: reordering the enumeration must not change what a file says.</summary>
internal static class StatusNumber
{
    public static int Of(CaseStatus status) => status switch
    {
        CaseStatus.Received => 1,
        CaseStatus.Accruing => 2,
        CaseStatus.Suspended => 3,
        CaseStatus.Checking => 4,
        CaseStatus.ForReview => 5,
        CaseStatus.Granting => 6,
        CaseStatus.Settled => 7,
        CaseStatus.Refused => 8,
        CaseStatus.Withdrawn => 9,
        CaseStatus.Revoked => 10,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a number: give it the next one."),
    };

    public static CaseStatus Read(int number) => number switch
    {
        1 => CaseStatus.Received,
        2 => CaseStatus.Accruing,
        3 => CaseStatus.Suspended,
        4 => CaseStatus.Checking,
        5 => CaseStatus.ForReview,
        6 => CaseStatus.Granting,
        7 => CaseStatus.Settled,
        8 => CaseStatus.Refused,
        9 => CaseStatus.Withdrawn,
        10 => CaseStatus.Revoked,
        _ => throw new InvalidDataException($"The file holds status {number}, which this build does not know. Run `hukou verify`."),
    };
}
