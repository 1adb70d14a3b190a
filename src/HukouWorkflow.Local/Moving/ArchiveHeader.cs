namespace HukouWorkflow.Local.Moving;

/// <summary>The first line of an archive.</summary>
internal sealed record ArchiveHeader(string Format, int Version)
{
    /// <summary>What this build writes.</summary>
    public static readonly ArchiveHeader Current = new("hukou-archive", 1);
}
