namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>What a rule uses a parameter for.</summary>
/// <param name="Name">The key under which it is named.</param>
/// <param name="Unit">The unit it must have.</param>
/// <param name="IsRequired">Whether it must be named.</param>
/// <param name="IsCityWide">Whether one value must hold for the whole city: the residence clock runs on when a person moves between districts.</param>
internal sealed record CriterionRole(string Name, ParameterUnit Unit, bool IsRequired, bool IsCityWide)
{
    public const string Period = "period";
    public const string Contract = "contract";
    public const string Amount = "amount";
    public const string Years = "years";
    public const string AtLeast = "atLeast";
    public const string AtMost = "atMost";
    public const string WomenAtMost = "womenAtMost";
    public const string Minimum = "minimum";

    private static readonly CriterionRole[] Residence = [new(Period, ParameterUnit.Period, IsRequired: true, IsCityWide: true)];
    private static readonly CriterionRole[] Spell = [new(Period, ParameterUnit.Period, IsRequired: true, IsCityWide: false)];
    private static readonly CriterionRole[] SpellIfAny = [new(Period, ParameterUnit.Period, IsRequired: false, IsCityWide: false)];
    private static readonly CriterionRole[] Work = [.. SpellIfAny, new(Contract, ParameterUnit.Period, IsRequired: false, IsCityWide: false)];
    private static readonly CriterionRole[] Points = [new(Minimum, ParameterUnit.Points, IsRequired: true, IsCityWide: false)];

    private static readonly CriterionRole[] Age =
    [
        new(AtLeast, ParameterUnit.Years, IsRequired: false, IsCityWide: false),
        new(AtMost, ParameterUnit.Years, IsRequired: false, IsCityWide: false),
        new(WomenAtMost, ParameterUnit.Years, IsRequired: false, IsCityWide: false),
    ];

    private static readonly CriterionRole[] Tax =
    [
        new(Amount, ParameterUnit.Cny, IsRequired: true, IsCityWide: false),
        new(Years, ParameterUnit.Years, IsRequired: true, IsCityWide: false),
    ];

    public static IReadOnlyList<CriterionRole> Of(CriterionKind kind) => kind switch
    {
        CriterionKind.Residence => Residence,
        CriterionKind.Insurance or CriterionKind.Study => Spell,
        CriterionKind.Work => Work,
        CriterionKind.Dwelling or CriterionKind.Investment or CriterionKind.Permit or CriterionKind.Family => SpellIfAny,
        CriterionKind.Age => Age,
        CriterionKind.Points => Points,
        CriterionKind.Tax => Tax,
        _ => [],
    };
}
