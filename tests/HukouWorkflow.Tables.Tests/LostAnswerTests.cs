using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing.Emulator;
using NodaTime;

namespace HukouWorkflow.Tables.Tests;

/// <summary>A request reached the storage, but its answer did not come back: the SDK asks again, and is told that it was done.</summary>
public sealed class LostAnswerTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Kinds => [.. from kind in AppendKinds.Names from keyed in (bool[])[true, false] select (kind, keyed)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Given_an_append_of_any_kind_When_any_answer_is_lost_on_the_way_Then_it_is_made_once_and_said_to_be(string kind, bool keyed)
    {
        for (var lost = 1; ; lost++)
        {
            var storage = await TestStorage.CreateAsync(azurite);
            var appends = AppendKinds.Of(kind);
            var last = appends[^1] with { Answer = keyed ? appends[^1].Answer : null };
            var faults = new FaultyPipeline();
            using var store = await storage.OpenAsync(options => faults.Under(options, retries: 1));
            foreach (var before in appends.SkipLast(1))
            {
                await store.AppendAsync(before, Ct);
            }

            (faults.Sent, faults.LosesAnswerOf) = (0, lost);
            var result = await store.AppendAsync(last, Ct);

            Assert.True(result is AppendResult.Appended, $"Answer {lost} lost: {result}");
            Assert.Equal(last.State.Version, (await store.LoadAsync(last.State.Id, Ct))!.Version);
            Assert.Equal(last.NextWake is { } wake ? [new DueCase(last.State.Id, wake)] : [], await store.ReadDueAsync(Instant.MaxValue, 10, Ct));
            if (faults.Sent < lost)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task Given_no_second_try_When_the_answer_to_the_transaction_is_lost_Then_the_store_looks_and_says_that_it_was_made()
    {
        var storage = await TestStorage.CreateAsync(azurite);
        var append = AppendKinds.Of("first")[0];
        var faults = new FaultyPipeline();
        using var store = await storage.OpenAsync(options => faults.Under(options));
        faults.Before = request =>
        {
            faults.LosesAnswerOf = request.Uri.ToString().Contains("$batch", StringComparison.Ordinal) ? faults.Sent + 1 : null;
            return Task.CompletedTask;
        };

        Assert.IsType<AppendResult.Appended>(await store.AppendAsync(append, Ct));
    }
}
