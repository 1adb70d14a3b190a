namespace HukouWorkflow.Core.Cases;

/// <summary>
/// Who a case is about. It exists in memory and in the encrypted row of the case, and nowhere else; it prints itself
/// masked.
/// </summary>
public sealed record PersonalData
{
    /// <summary>The applicant's name.</summary>
    public required string Name { get; init; }

    /// <summary>The applicant's identity number (GB 11643-1999).</summary>
    public required string ResidentId { get; init; }

    /// <summary>A telephone number in the form of ITU-T E.164, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The language to write in (BCP 47), or null.</summary>
    public string? Language { get; init; }

    /// <summary>The division of the former household registration.</summary>
    public required string OriginDivision { get; init; }

    /// <summary>The present address, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The number of the residence permit, or null.</summary>
    public string? PermitNumber { get; init; }

    /// <summary>The employers, in the order of the spells of employment; null where none was named.</summary>
    public IReadOnlyList<string?> Employers { get; init; } = [];

    /// <summary>The household, in the order of its members' numbers.</summary>
    public IReadOnlyList<PersonalMember> Household { get; init; } = [];

    /// <summary>A mask, never the data.</summary>
    public override string ToString() => "PersonalData(masked)";
}
