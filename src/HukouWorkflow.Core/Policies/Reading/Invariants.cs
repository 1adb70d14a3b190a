namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>What no pack can say. The language has no word for it; this names the law to whoever looks for one.</summary>
internal static class Invariants
{
    private static readonly (string Begins, string Why)[] Reserved =
    [
        ("land", "Giving up rural land can be no condition: Rural Land Contracting Law art. 27. Remove it."),
        ("homestead", "Giving up a homestead can be no condition: Rural Land Contracting Law art. 27. Remove it."),
        ("forest", "Giving up forest land can be no condition: Rural Land Contracting Law art. 27. Remove it."),
        ("refus", "No rule refuses by itself; only a person may: Personal Information Protection Law art. 24. Remove it."),
        ("reject", "No rule refuses by itself; only a person may: Personal Information Protection Law art. 24. Remove it."),
        ("deny", "No rule refuses by itself; only a person may: Personal Information Protection Law art. 24. Remove it."),
    ];

    /// <summary>Why a key can stand in no pack, or null where it is merely unknown.</summary>
    public static string? WhyNot(string key) =>
        Reserved.FirstOrDefault(reserved => key.StartsWith(reserved.Begins, StringComparison.OrdinalIgnoreCase)) is { Why: { } why } ? $"'{key}' cannot stand in a pack. {why}" : null;
}
