using System.Text.Json.Nodes;
using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Agencies.Tests;

public sealed class DisclosureTests
{
    private const string Person = """ "person":{"name":"王秀英","residentId":"500230198803152247"} """;

    public static TheoryData<Register, string> ToldToRegisters => new()
    {
        {
            Register.Population,
            """
            "origin":{"division":"500230","registration":"municipal","hukou":"rural"},
            "household":[{"relation":"child","name":"李小明","residentId":"500230201505010018"}]
            """
        },
        {
            Register.ResidencePermit,
            """
            "residence":{"from":"2021-10-01","basis":"permit","permitNumber":"JZZ-500105-7781",
            "abodes":[{"since":"2021-10-01","division":"500105"}],"endorsements":["2022-09-20"],
            "absences":[{"from":"2022-01-10","to":"2022-02-20"}]}
            """
        },
        { Register.SocialInsurance, """ "insurance":[{"from":"2021-11-01"}] """ },
        {
            Register.Employment,
            """
            "employment":[{"employer":"91350100M000100Y43","kind":"contract","from":"2021-10-08","to":"2025-05-01"}],
            "taxes":[{"year":2024,"paid":50000}]
            """
        },
        { Register.Housing, """ "housing":{"address":"江北区观音桥1号","dwellings":[{"since":"2021-10-01","dwelling":"leased"}]} """ },
        { Register.PublicSecurity, "" },
    };

    public static TheoryData<BenefitKind, int, string> ToldToBenefitAgencies => new()
    {
        { BenefitKind.Education, 0, $$"""{ {{Person}}, "city":"500000" }""" },
        {
            BenefitKind.Education, 1,
            """
            {"person":{"name":"李小明","residentId":"500230201505010018"},"city":"500000","schoolStage":"primary",
            "guardian":{"name":"王秀英","residentId":"500230198803152247"}}
            """
        },
        { BenefitKind.Health, 0, $$"""{ {{Person}}, "city":"500000" }""" },
        { BenefitKind.Health, 1, """{"person":{"name":"李小明","residentId":"500230201505010018"},"city":"500000"}""" },
    };

    [Theory]
    [MemberData(nameof(ToldToRegisters))]
    public async Task Given_an_inquiry_When_a_register_is_asked_Then_it_is_told_its_own_claims_and_no_others(Register register, string claims)
    {
        await using var agency = await ScriptedAgency.AnsweringAsync("""{"outcome":"confirmed","reason":null}""");
        using var clients = new Clients(agency.Address);

        var reply = await clients.Registers.AskAsync(register, Settlers.Inquiry(7), TestContext.Current.CancellationToken);

        Assert.Equal(new(CheckOutcome.Confirmed, null), reply);
        Assert.Equal($"/registers/{Camel(register)}/checks", agency.Target);
        Assert.Contains("Idempotency-Key: 019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55/7", agency.Headers, StringComparison.Ordinal);
        AssertSame(claims.Length == 0 ? $"{{ {Person} }}" : $"{{ {Person}, {claims} }}", agency.Body);
    }

    [Theory]
    [MemberData(nameof(ToldToBenefitAgencies))]
    public async Task Given_an_inquiry_When_a_benefit_is_requested_Then_the_agency_is_told_for_whom_and_no_more(BenefitKind kind, int person, string body)
    {
        await using var agency = await ScriptedAgency.AnsweringAsync("""{"outcome":"granted","reference":"R/1"}""");
        using var clients = new Clients(agency.Address);

        var reply = await clients.Benefits.RequestAsync(kind, Settlers.Inquiry(8, person), TestContext.Current.CancellationToken);

        Assert.Equal(new("R/1", Declined: false, Reason: null), reply);
        Assert.Equal($"/benefits/{Camel(kind)}/requests", agency.Target);
        AssertSame(body, agency.Body);
    }

    [Fact]
    public async Task Given_an_inquiry_When_it_is_sent_Then_personal_data_is_in_the_body_alone()
    {
        await using var agency = await ScriptedAgency.AnsweringAsync("""{"outcome":"confirmed"}""");
        using var clients = new Clients(agency.Address);

        foreach (var register in Enum.GetValues<Register>())
        {
            await clients.Registers.AskAsync(register, Settlers.Inquiry(), TestContext.Current.CancellationToken);

            Assert.Contains(Settlers.ResidentId, agency.Body, StringComparison.Ordinal);
            Assert.All(Settlers.Secrets, secret => Assert.DoesNotContain(secret, agency.Target + agency.Headers, StringComparison.Ordinal));
        }
    }

    private static string Camel(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"Told: {actual}");
}
