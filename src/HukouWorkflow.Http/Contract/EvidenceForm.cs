using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Http.Contract;

/// <summary>A document the applicant adds.</summary>
public sealed record EvidenceForm
{
    /// <summary>What it is, 1 to 200 characters.</summary>
    [Required]
    public string? Title { get; init; }

    /// <summary>The register whose answer it bears on.</summary>
    public Register? Concerns { get; init; }

    /// <summary>The media type of the content: application/pdf, image/jpeg or image/png.</summary>
    public string? MediaType { get; init; }

    /// <summary>The document in base64; the whole request is at most 256 KiB.</summary>
    public string? Content { get; init; }
}
