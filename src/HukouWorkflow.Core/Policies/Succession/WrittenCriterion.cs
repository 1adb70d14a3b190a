namespace HukouWorkflow.Core.Policies.Succession;

/// <summary>A criterion as it is asked on one date in one district class, with its values as written.</summary>
/// <param name="Written">The criterion in the pack.</param>
/// <param name="Values">Its values by what each is for; null where the district class cannot be told and the value needs it, so that nobody meets it.</param>
/// <param name="Of">The criteria it is made of; empty unless it is of several.</param>
internal sealed record WrittenCriterion(RouteCriterion Written, IReadOnlyDictionary<string, string>? Values, IReadOnlyList<WrittenCriterion> Of)
{
    public CriterionKind Kind => Written.Kind;

    public bool IsOfSeveral => Of.Count > 0;

    /// <summary>How many of several must be met.</summary>
    public int Count => Kind switch
    {
        CriterionKind.All => Of.Count,
        CriterionKind.AtLeast => Math.Min(Written.Count!.Value, Of.Count),
        _ => 1,
    };

    /// <summary>The parameters it names, those it is made of included.</summary>
    public IEnumerable<string> Parameters => Written.Parameters.Values.Concat(Of.SelectMany(one => one.Parameters));

    public override string ToString() => IsOfSeveral
        ? $"{Count} of {Of.Count} criteria"
        : string.Join(" ", (Values ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(value => $"{value.Key} {value.Value}").Prepend(Kind.ToString().ToLowerInvariant()));
}
