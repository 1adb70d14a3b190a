namespace HukouWorkflow.Core.Cases;

/// <summary>A document the applicant added. Personal data.</summary>
/// <param name="Title">What it is, in the applicant's words.</param>
/// <param name="MediaType">Its media type (RFC 2046), or null where there is no content.</param>
/// <param name="Content">Its bytes, or null where only the title was given.</param>
public sealed record EvidenceDocument(string Title, string? MediaType, byte[]? Content)
{
    /// <summary>A mask, never the document.</summary>
    public override string ToString() => "EvidenceDocument(masked)";
}
