using System.Globalization;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Cases;

/// <summary>Names one thing owed to the outside, the same on every attempt, so that an agency does it once.</summary>
/// <param name="Case">The case.</param>
/// <param name="No">The effect's number in the case, from 1.</param>
public readonly record struct EffectKey(CaseId Case, int No)
{
    /// <summary>The idempotency key as agencies receive it: <c>caseId/effectNo</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Case}/{No}");
}
