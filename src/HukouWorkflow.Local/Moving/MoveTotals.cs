namespace HukouWorkflow.Local.Moving;

/// <summary>What became of cases that were taken over or mended.</summary>
internal sealed class MoveTotals
{
    /// <summary>Taken over, or mended.</summary>
    public long Changed { get; set; }

    /// <summary>There already, or in order.</summary>
    public long Unchanged { get; set; }

    /// <summary>Left alone, each of them named.</summary>
    public long Refused { get; set; }
}
