using System.Globalization;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Reading;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>The first day of every value of the shipped packs, and the day before it.</summary>
public sealed class ValueBoundaryTests
{
    private static readonly Dictionary<string, WrittenValue> ByLabel =
        WrittenValue.All.ToDictionary(value => $"{value.Pack}, {value.Parameter} from {value.From:uuuu'-'MM'-'dd}", StringComparer.Ordinal);

    private static readonly Dictionary<string, (PolicyPack Pack, PolicyVersion Version)> VersionsByLabel = ShippedPacks.Book.Packs
        .SelectMany(pack => pack.Versions.Select(version => (pack, version)))
        .ToDictionary(each => $"{each.pack.Id} from {each.version.From:uuuu'-'MM'-'dd}", StringComparer.Ordinal);

    public static TheoryData<string> Values() => LabelledRows.Of(nameof(Given_a_value_When_its_first_day_comes_Then_it_takes_over_from_the_one_before), ByLabel.Keys);

    public static TheoryData<string> JudgingValues() =>
        LabelledRows.Of(nameof(Given_a_value_that_judges_When_its_first_day_comes_Then_a_version_begins_unless_no_route_was_open_yet), ByLabel.Where(row => IsUsedInJudging(row.Value)).Select(row => row.Key));

    public static TheoryData<string> Versions() => LabelledRows.Of(nameof(Given_a_version_When_it_counts_residence_Then_by_the_terms_written_for_its_first_day), VersionsByLabel.Keys);

    // What was once in force stays in its pack, so there are only ever more.
    [Fact]
    public void Given_the_shipped_packs_When_their_values_are_counted_Then_none_has_gone_missing()
    {
        Assert.Equal(ShippedPacks.Book.Packs.Sum(pack => pack.Parameters.Sum(parameter => parameter.Values.Count)), ByLabel.Count);
        Assert.InRange(ByLabel.Count, 81, int.MaxValue);
        Assert.InRange(JudgingValues().Count, 65, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Given_a_value_When_its_first_day_comes_Then_it_takes_over_from_the_one_before(string label)
    {
        var value = ByLabel[label];
        var pack = ShippedPacks.Book.Find(value.Pack)!;
        var parameter = pack.Parameters.Single(each => string.Equals(each.Name, value.Parameter, StringComparison.Ordinal));
        var dayBefore = value.From.PlusDays(-1);

        Assert.All(pack.ClassTitles.Keys, districtClass =>
        {
            Assert.Equal(WrittenValue.On(pack.Id, parameter.Name, dayBefore)?.For(districtClass), parameter.On(dayBefore)?.For(districtClass));
            Assert.Equal(value.For(districtClass), parameter.On(value.From)?.For(districtClass));
        });
    }

    [Theory]
    [MemberData(nameof(JudgingValues))]
    public void Given_a_value_that_judges_When_its_first_day_comes_Then_a_version_begins_unless_no_route_was_open_yet(string label)
    {
        var value = ByLabel[label];
        var pack = ShippedPacks.Book.Find(value.Pack)!;
        var isOpen = pack.Routes.Any(route => route.Since <= value.From);

        Assert.Equal(isOpen ? value.From : null, pack.VersionOn(value.From)?.From);
        Assert.NotEqual(value.From, pack.VersionOn(value.From.PlusDays(-1))?.From);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Given_a_version_When_it_counts_residence_Then_by_the_terms_written_for_its_first_day(string label)
    {
        var (pack, version) = VersionsByLabel[label];
        var grace = WrittenValue.On(pack.Id, "lateEndorsementGrace", version.From)?.Value;
        var effect = WrittenValue.On(pack.Id, "lateEndorsementEffect", version.From)?.Value;
        var allowance = WrittenValue.On(pack.Id, "absenceAllowance", version.From)?.Value;

        Assert.Equal(grace, version.Residence.LateEndorsement?.GraceDays.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(effect, version.Residence.LateEndorsement is { } late ? Words<LateEndorsementEffect>.WordFor(late.Effect) : null);
        Assert.Equal(allowance, version.Residence.AbsenceAllowance?.ToString(CultureInfo.InvariantCulture));
    }

    // Who may come along, and from which age a person may apply, say nothing about whether the applicant is to be settled.
    private static bool IsUsedInJudging(WrittenValue value)
    {
        var pack = ShippedPacks.Book.Find(value.Pack)!;
        return !pack.Family.SelectMany(terms => terms.Members)
            .SelectMany(member => new[] { member.Under, member.Men, member.Women })
            .Append(pack.MinimumAge?.Name)
            .Contains(value.Parameter, StringComparer.Ordinal);
    }
}
