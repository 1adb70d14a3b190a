using System.Globalization;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Succession;

/// <summary>Whether everybody who might come along by one pack may by another.</summary>
internal sealed class FamilySuccession(PolicyPack before, PolicyPack after)
{
    // Where a pack does not say, everybody may.
    private static readonly IReadOnlyList<FamilyMember> Everybody = [.. Enum.GetValues<Relation>().Select(relation => new FamilyMember(relation, null, null, null))];

    /// <summary>The dates on which the terms of a pack, or their ages, change.</summary>
    public static IEnumerable<LocalDate> DatesOf(PolicyPack pack) => pack.Family
        .SelectMany(terms => new[] { terms.Since, terms.Until }).OfType<LocalDate>()
        .Concat(pack.Parameters.Where(parameter => ParametersOf(pack).Contains(parameter.Name, StringComparer.Ordinal)).SelectMany(parameter => parameter.Values).Select(value => value.From));

    /// <summary>The parameters with the ages.</summary>
    public static IEnumerable<string> ParametersOf(PolicyPack pack) => pack.Family
        .SelectMany(terms => terms.Members)
        .SelectMany(member => new[] { member.Under, member.Men, member.Women })
        .OfType<string>();

    /// <summary>A relation of which fewer may come along on a day, or null where none is.</summary>
    public Relation? FewerOn(LocalDate day)
    {
        var (was, becomes) = (new WrittenRules(before, day, null), new WrittenRules(after, day, null));
        var may = MembersOn(after, day);
        return MembersOn(before, day).Where(member => !may.Any(one => one.Relation == member.Relation && IsNoStricter(member, was, one, becomes)))
            .Select(member => (Relation?)member.Relation)
            .FirstOrDefault();
    }

    private static IReadOnlyList<FamilyMember> MembersOn(PolicyPack pack, LocalDate day) =>
        pack.Family.Count == 0 ? Everybody : [.. pack.Family.Where(terms => terms.IsInForceOn(day)).SelectMany(terms => terms.Members)];

    // A least age that is given for one sex alone holds for both.
    private static bool IsNoStricter(FamilyMember before, WrittenRules was, FamilyMember after, WrittenRules becomes) =>
        (Years(becomes, after.Under) is not { } under || under >= Years(was, before.Under))
        && (Years(becomes, after.Men ?? after.Women) is not { } men || men <= Years(was, before.Men ?? before.Women))
        && (Years(becomes, after.Women ?? after.Men) is not { } women || women <= Years(was, before.Women ?? before.Men));

    private static int? Years(WrittenRules rules, string? parameter) => rules.Value(parameter) is { } years ? int.Parse(years, CultureInfo.InvariantCulture) : null;
}
