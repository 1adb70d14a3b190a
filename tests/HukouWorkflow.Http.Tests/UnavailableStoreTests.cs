using System.Net;
using HukouWorkflow.Http.Tests.Service;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Http.Tests;

/// <summary>While the disk takes nothing, callers are told so, and nothing is lost.</summary>
public sealed class UnavailableStoreTests(RunningService service) : IClassFixture<RunningService>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_data_file_that_cannot_be_written_When_applying_Then_503_until_it_can_and_the_same_call_succeeds()
    {
        var wang = Settler.Born("19880315");
        var li = Settler.Born("19900101");
        var form = Forms.Application(wang);
        var earlier = await service.ApplyAsync(li, Forms.Application(li));
        var before = await service.CasesAsync();
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(service.Folder, "cases.db")};Pooling=false"))
        {
            await other.OpenAsync(Ct);
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync(Ct);
            using var refused = await service.As(wang).SendJsonAsync("/api/applications", form, "patience");

            await refused.ProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
            Assert.NotNull(refused.Headers.RetryAfter?.Delta);
            Assert.Equal(before, await service.CasesAsync());
            await service.As(li).GetBodyAsync(earlier);
        }

        using var accepted = await service.As(wang).SendJsonAsync("/api/applications", form, "patience");
        await accepted.BodyAsync(HttpStatusCode.Accepted);
        Assert.Equal(before.Cases + 1, (await service.CasesAsync()).Cases);
    }
}
