using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using Microsoft.Extensions.Time.Testing;

namespace HukouWorkflow.Sqlite.Tests;

public sealed class AnswerPruningTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_answers_of_every_day_When_time_passes_Then_each_is_found_for_thirty_one_days_and_gone_after_sixty_two()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(Now);
        await using var store = folder.Open(time);

        for (var day = 0; day < 100; day++)
        {
            await AnswerAsync(store, day);
            Assert.NotNull(await store.FindAnswerAsync(Cases.Key(Math.Max(day - 31, 0)), Ct));
            Assert.True(day < 62 || await store.FindAnswerAsync(Cases.Key(day - 62), Ct) is null);
            time.Advance(TimeSpan.FromDays(1));
        }

        Assert.InRange(CountAnswers(folder), 31, 62);
    }

    [Fact]
    public async Task Given_more_old_answers_than_one_batch_prunes_When_batches_follow_Then_all_are_pruned()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(Now);
        await using var store = folder.Open(time);
        for (var number = 0; number < 250; number++)
        {
            await AnswerAsync(store, number);
        }

        time.Advance(TimeSpan.FromDays(63));
        for (var number = 250; number < 255; number++)
        {
            await AnswerAsync(store, number);
        }

        Assert.Equal(5, CountAnswers(folder));
    }

    [Fact]
    public async Task Given_a_clock_set_back_a_year_When_the_store_is_reopened_Then_answers_are_still_found()
    {
        using var folder = new TemporaryFolder();
        await using (var store = folder.Open(new FakeTimeProvider(Now)))
        {
            await AnswerAsync(store, 1);
        }

        await using var reopened = folder.Open(new FakeTimeProvider(Now.AddYears(-1)));

        Assert.NotNull(await reopened.FindAnswerAsync(Cases.Key(1), Ct));
        await AnswerAsync(reopened, 2);
        Assert.NotNull(await reopened.FindAnswerAsync(Cases.Key(2), Ct));
    }

    private static async Task AnswerAsync(SqliteCaseStore store, int number)
    {
        var id = Cases.NewId();
        var append = Cases.Received(id) with { Answer = new IdempotentAnswer(Cases.Key(number), Cases.Key(0), id, 1) };
        Assert.IsType<AppendResult.Appended>(await store.AppendAsync(append, Ct));
    }

    private static long CountAnswers(TemporaryFolder folder)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM answers";
        return (long)command.ExecuteScalar()!;
    }
}
