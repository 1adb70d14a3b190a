namespace HukouWorkflow.Local.Moving;

/// <summary>The last line of an archive: without it, the archive was cut short.</summary>
/// <param name="Cases">How many cases came before.</param>
/// <param name="Sha256">Of every byte before this line, lower-case hexadecimal: finds what the journals' own chains do not cover.</param>
internal sealed record ArchiveTrailer(long Cases, string Sha256);
