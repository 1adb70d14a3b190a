using System.Reflection;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>Nothing that is stored in the open, and nothing that prints itself, says who a person is.</summary>
public sealed class PrivacyTests
{
    private static readonly Type[] Personal =
        [typeof(PersonalData), typeof(PersonalMember), typeof(PersonalAmendment), typeof(EvidenceDocument), typeof(ResidentId), typeof(Inquiry)];

    private static readonly string[] Suggestive = ["name", "residentId", "identity", "phone", "address", "employer", "permit", "birth", "email", "title", "note"];

    private static readonly PersonalData Person = new()
    {
        Name = "王测试",
        ResidentId = "500230198803152248",
        Phone = "+8613800000000",
        OriginDivision = "500230",
        Address = "测试路1号",
        PermitNumber = "P-1",
        Employers = ["91350100M000100Y43"],
        Household = [new PersonalMember("李测试", "500230201603152248", SchoolStage.Primary)],
    };

    public static TheoryData<Type> Events => [.. typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent)))];

    [Theory]
    [MemberData(nameof(Events))]
    public void Given_a_type_of_event_When_everything_in_it_is_looked_at_Then_nothing_says_who_the_person_is(Type type)
    {
        var seen = new HashSet<Type>();
        Look(type, seen);
        Assert.DoesNotContain(seen, Personal.Contains);
    }

    [Fact]
    public void Given_the_state_of_a_case_When_everything_in_it_is_looked_at_Then_nothing_says_who_the_person_is()
    {
        var seen = new HashSet<Type>();
        Look(typeof(CaseState), seen);
        Assert.DoesNotContain(seen, Personal.Contains);
        Assert.Contains(typeof(SettlementFacts), seen);
        Assert.Contains(typeof(HouseholdMember), seen);
    }

    [Fact]
    public void Given_a_type_that_is_personal_When_it_is_looked_at_Then_the_look_would_have_found_it() =>
        Assert.ThrowsAny<Exception>(() => Look(typeof(PersonalMember), []));

    [Fact]
    public void Given_personal_data_When_it_prints_itself_Then_none_of_it_is_shown()
    {
        Assert.True(ResidentId.TryParse("500230198803152248", out var id, out _));
        var member = Person.Household[0];
        var document = new EvidenceDocument("王测试的合同", "application/pdf", [1, 2, 3]);
        var amendment = new PersonalAmendment { Whole = Person, Address = Person.Address, Employer = Person.Employers[0], Member = member, Evidence = document };
        var inquiry = new Inquiry(new EffectKey(Applications.Id, 3), 0, Applications.Application().Facts, Person);

        foreach (var shown in new object[] { Person, member, document, amendment, inquiry, id, new { inquiry, amendment, id } }.Select(one => $"{one}"))
        {
            foreach (var secret in new[] { "测试", "500230", "138", "P-1", "9135", "合同", "Primary", "2021", "1988" })
            {
                Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
            }
        }

        Assert.Equal($"Inquiry {Applications.Id}/3", inquiry.ToString());
    }

    private static void Look(Type type, HashSet<Type> seen)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Assert.DoesNotContain(Suggestive, word => property.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
            foreach (var part in Parts(property.PropertyType).Where(part => part.Assembly == typeof(CaseEvent).Assembly && seen.Add(part)))
            {
                Look(part, seen);
            }
        }
    }

    private static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type);
}
