using System.Net;
using HukouWorkflow.Http.Tests.Service;

namespace HukouWorkflow.Http.Tests;

/// <summary>Too many anonymous calls are turned away, and nobody else's.</summary>
public sealed class RateLimitTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task Given_more_anonymous_calls_than_an_address_may_make_When_made_Then_429_and_applicants_are_still_served()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => service.Anyone.LookAsync("/api/policies")));

        var served = answers.Count(answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.InRange(served, AnonymousLimit.Burst, 180);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            await refused.ProblemAsync(HttpStatusCode.TooManyRequests, "tooMany");
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
        }

        var wang = Settler.Born("19880315");
        var address = await service.ApplyAsync(wang, Forms.Application(wang));
        Assert.Equal("accruing", (await service.UntilStatusAsync(wang, address, "accruing")).Text("/status"));
        Assert.Equal(HttpStatusCode.OK, (await service.Anyone.LookAsync("/health/live")).StatusCode);
    }
}
