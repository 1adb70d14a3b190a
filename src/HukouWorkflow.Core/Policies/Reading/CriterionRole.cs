namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>What a criterion uses a parameter for.</summary>
/// <param name="Name">The key under which it is named.</param>
/// <param name="Unit">The unit it must have.</param>
/// <param name="IsRequired">Whether it must be named.</param>
/// <param name="IsCityWide">Whether one value must hold for the whole city: the residence clock runs on when a person moves between districts.</param>
internal sealed record CriterionRole(string Name, ParameterUnit Unit, bool IsRequired, bool IsCityWide)
{
    public const string Period = "period";
    public const string AbsenceAllowance = "absenceAllowance";
    public const string LateEndorsementGrace = "lateEndorsementGrace";
    public const string LateEndorsementEffect = "lateEndorsementEffect";
    public const string Amount = "amount";
    public const string Years = "years";

    private static readonly CriterionRole[] Residence =
    [
        new(Period, ParameterUnit.Period, IsRequired: true, IsCityWide: true),
        new(AbsenceAllowance, ParameterUnit.Days, IsRequired: false, IsCityWide: true),
        new(LateEndorsementGrace, ParameterUnit.Days, IsRequired: false, IsCityWide: true),
        new(LateEndorsementEffect, ParameterUnit.Choice, IsRequired: false, IsCityWide: true),
    ];

    private static readonly CriterionRole[] Spell = [new(Period, ParameterUnit.Period, IsRequired: true, IsCityWide: false)];

    private static readonly CriterionRole[] Tax =
    [
        new(Amount, ParameterUnit.Cny, IsRequired: true, IsCityWide: false),
        new(Years, ParameterUnit.Years, IsRequired: true, IsCityWide: false),
    ];

    public static IReadOnlyList<CriterionRole> Of(CriterionKind kind) => kind switch
    {
        CriterionKind.Residence => Residence,
        CriterionKind.Work or CriterionKind.Insurance => Spell,
        CriterionKind.Tax => Tax,
        _ => [],
    };
}
