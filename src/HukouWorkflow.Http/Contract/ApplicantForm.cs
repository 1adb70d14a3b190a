using System.ComponentModel.DataAnnotations;

namespace HukouWorkflow.Http.Contract;

/// <summary>Who applies.</summary>
public sealed record ApplicantForm
{
    /// <summary>The name as on the identity card, 1 to 100 characters.</summary>
    [Required]
    public string? Name { get; init; }

    /// <summary>The resident identity number (GB 11643-1999).</summary>
    [Required]
    public string? ResidentId { get; init; }

    /// <summary>A telephone number in the form of ITU-T E.164, for example +8613800000000.</summary>
    public string? Phone { get; init; }

    /// <summary>The language to write in: zh-CN or en.</summary>
    public string? Language { get; init; }
}
