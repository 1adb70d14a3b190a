using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Tests.Service;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HukouWorkflow.Http.Tests;

/// <summary>Who may do what.</summary>
public sealed class AccessTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Missing = "/api/applications/019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55";
    private static readonly Caller Somebody = new("somebody", Role.Applicant, []);
    private readonly Settler _wang = Settler.Born("19880315");

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Given_a_token_that_does_not_hold_When_calling_Then_401()
    {
        var alien = new LocalTokens(new byte[LocalTokens.KeyLength]);
        var good = service.Tokens.Issue(Somebody, Now, TimeSpan.FromHours(1));
        var parts = good.Split('.');
        string?[] tokens =
        [
            null,
            "",
            "garbage",
            "a.b.c",
            alien.Issue(Somebody, Now, TimeSpan.FromHours(1)),
            service.Tokens.Issue(Somebody, Now.AddHours(-2), TimeSpan.FromHours(1)),
            service.Tokens.Issue(Somebody, Now.AddHours(1), TimeSpan.FromHours(1)),
            $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{Encode("""{"iss":"hukou-local","aud":"hukou","sub":"somebody","role":"supervisor","exp":9999999999}""")}.{parts[2]}",
            Sign(token => token.Audience = "elsewhere"),
            Sign(token => token.Issuer = "elsewhere"),
            Sign(token => token.Expires = null),
            Sign(token => token.SigningCredentials = new SigningCredentials(token.SigningCredentials.Key, SecurityAlgorithms.HmacSha512)),
        ];
        Assert.Equal(HttpStatusCode.NotFound, (await service.Client(good).LookAsync(Missing)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Client(Sign(_ => { })).LookAsync(Missing)).StatusCode);
        foreach (var token in tokens)
        {
            using var answer = await service.Client(token).LookAsync(Missing);
            var problem = await answer.ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
            Assert.DoesNotContain("IDX", problem.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Given_a_token_without_a_known_role_or_an_account_When_calling_Then_403()
    {
        foreach (var change in (Action<IDictionary<string, object>>[])[claims => claims.Remove("role"), claims => claims["role"] = "king", claims => claims.Remove("sub")])
        {
            using var answer = await service.Client(Sign(token => change(token.Claims))).LookAsync(Missing);
            await answer.ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    [Fact]
    public async Task Given_a_call_for_another_role_When_made_Then_403_and_nothing_is_stored()
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        var before = await service.CasesAsync();
        var officer = service.As(Role.Caseworker, "officer", 500105);
        var form = Forms.Application(Settler.Born("19900101"));
        using var list = await service.As(_wang).LookAsync("/api/cases");
        using var show = await service.As(_wang).LookAsync(Staff(address));
        using var apply = await officer.SendJsonAsync("/api/applications", form);
        using var withdraw = await officer.SendJsonAsync(address + "/withdrawal", new JsonObject());
        using var evidence = await officer.SendJsonAsync(address + "/evidence", new JsonObject { ["title"] = "x" });
        using var state = await service.As(Role.Auditor, "auditor").SendJsonAsync(address + "/events", Forms.Endorsed("2026-11-01"));
        using var foreign = await officer.LookAsync("/api/cases?district=500106");
        foreach (var answer in (HttpResponseMessage[])[list, show, apply, withdraw, evidence, state, foreign])
        {
            await answer.ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        }

        Assert.Equal(before, await service.CasesAsync());
    }

    [Fact]
    public async Task Given_anothers_case_When_calling_Then_the_answer_is_that_of_a_case_that_is_not_there()
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        var stranger = service.As(Settler.Born("19900101"));
        var faraway = service.As(Role.Caseworker, "officer", 500106);
        foreach (var (client, of) in new[] { (stranger, address), (faraway, address), (faraway, Staff(address)) })
        {
            foreach (var call in (string[])["", "/explanation", "/journal", "/orchestration"])
            {
                using var theirs = await client.LookAsync(of + call);
                using var none = await client.LookAsync(of[..^36] + Missing[^36..] + call);
                await SameAsync(none, theirs);
            }
        }

        foreach (var call in (string[])["/events", "/evidence", "/withdrawal"])
        {
            using var theirs = await stranger.SendTextAsync(address + call, "not even read");
            using var none = await stranger.SendTextAsync(Missing + call, "not even read");
            await SameAsync(none, theirs);
        }

        foreach (var odd in (string[])["x", "019A9C3E-5B1F-7C44-8A77-0D7F3A0C1E55", "%00", "../cases", "{019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55}"])
        {
            using var answer = await stranger.LookAsync("/api/applications/" + odd);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"{odd}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Given_the_calls_of_a_later_release_When_made_Then_404()
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        var supervisor = service.As(Role.Supervisor, "supervisor");
        foreach (var call in (string[])[Staff(address) + "/decision", Staff(address) + "/assignment", Staff(address) + "/confirmation", address + "/reconsideration"])
        {
            using var answer = await supervisor.SendJsonAsync(call, new JsonObject());
            await answer.ProblemAsync(HttpStatusCode.NotFound, "notFound");
        }

        using var audits = await supervisor.LookAsync("/api/audits");
        await audits.ProblemAsync(HttpStatusCode.NotFound, "notFound");
    }

    private static async Task SameAsync(HttpResponseMessage expected, HttpResponseMessage actual)
    {
        var missing = (JsonObject)await expected.ProblemAsync(HttpStatusCode.NotFound, "notFound");
        var body = (JsonObject)await actual.ProblemAsync(HttpStatusCode.NotFound, "notFound");
        Assert.Equal(missing.Without("/instance").Without("/traceId").ToJsonString(), body.Without("/instance").Without("/traceId").ToJsonString());
        Assert.Equal(string.Join(' ', expected.Headers.Select(header => header.Key)), string.Join(' ', actual.Headers.Select(header => header.Key)));
    }

    private static string Staff(string address) => address.Replace("applications", "cases", StringComparison.Ordinal);

    private static string Encode(string text) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(text));

    /// <summary>A token under the service's own key, changed in one thing.</summary>
    private string Sign(Action<SecurityTokenDescriptor> change)
    {
        var protector = service.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("HukouWorkflow.Secrets");
        var key = protector.Unprotect(File.ReadAllBytes(Path.Combine(service.Folder, "keys", "token.secret")));
        // Twice the bytes, so that the longer algorithm finds its key long enough: zeros at the end do not change an HMAC's key.
        var token = new SecurityTokenDescriptor
        {
            Issuer = "hukou-local",
            Audience = "hukou",
            Expires = Now.UtcDateTime.AddHours(1),
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey([.. key, .. new byte[32]]), SecurityAlgorithms.HmacSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "x", ["role"] = "applicant" },
        };
        change(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }
}
