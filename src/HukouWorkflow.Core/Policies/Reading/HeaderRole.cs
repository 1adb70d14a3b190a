namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>What <c>pack.yaml</c> and <c>points.yaml</c> use parameters for.</summary>
internal static class HeaderRole
{
    public static readonly CriterionRole MinimumAge = CityWide("minimumAge", ParameterUnit.Years);
    public static readonly CriterionRole Grace = CityWide("grace", ParameterUnit.Days);
    public static readonly CriterionRole Effect = CityWide("effect", ParameterUnit.Choice);
    public static readonly CriterionRole Allowance = CityWide("allowance", ParameterUnit.Days);
    public static readonly CriterionRole RecognisedAtMost = CityWide("atMost", ParameterUnit.Period);
    public static readonly CriterionRole Under = CityWide("under", ParameterUnit.Years);
    public static readonly CriterionRole Men = CityWide("men", ParameterUnit.Years);
    public static readonly CriterionRole Women = CityWide("women", ParameterUnit.Years);
    public static readonly CriterionRole Places = CityWide("places", ParameterUnit.Count);
    public static readonly CriterionRole Points = ByDistrict("points", ParameterUnit.Points);
    public static readonly CriterionRole PointsAtMost = ByDistrict("atMost", ParameterUnit.Points);
    public static readonly CriterionRole AgeAtMost = ByDistrict("atMost", ParameterUnit.Years);

    private static CriterionRole CityWide(string name, ParameterUnit unit) => new(name, unit, IsRequired: true, IsCityWide: true);

    private static CriterionRole ByDistrict(string name, ParameterUnit unit) => new(name, unit, IsRequired: true, IsCityWide: false);
}
