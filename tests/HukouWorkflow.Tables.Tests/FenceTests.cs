using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using HukouWorkflow.Testing.Emulator;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace HukouWorkflow.Tables.Tests;

/// <summary>A writer is held up just before its transaction, long enough to be taken for dead; then it goes on.</summary>
public sealed class FenceTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TestStorage? _storage;
    private TableCaseStore? _slow;
    private TableCaseStore? _other;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_first_append_held_up_When_the_person_applies_elsewhere_Then_one_case_is_open_and_the_late_writer_is_told_which()
    {
        await OpenAsync();
        var late = Cases.Received(Cases.NewId()) with { Person = Cases.Person(7), NextWake = Cases.Start };
        var writing = _slow!.AppendAsync(late, Ct);
        await _arrived.Task.WaitAsync(Ct);

        var quick = Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) };
        Assert.IsType<AppendResult.Appended>(await _other!.AppendAsync(quick, Ct));
        _goOn.SetResult();

        Assert.Equal(new AppendResult.PersonHasOpenCase(quick.State.Id), await writing);
        Assert.Null(await _other.LoadAsync(late.State.Id, Ct));
        Assert.Null(await _other.FindAccessAsync(late.State.Id, Ct));
        Assert.Empty(await _other.ReadDueAsync(Instant.MaxValue, 10, Ct));
        Assert.Equal([quick.State.Id], await IdsAsync());
    }

    [Fact]
    public async Task Given_a_first_append_held_up_When_its_key_is_used_elsewhere_Then_the_late_writer_gets_that_answer()
    {
        await OpenAsync();
        var late = Keyed(Cases.Received(Cases.NewId()));
        var writing = _slow!.AppendAsync(late, Ct);
        await _arrived.Task.WaitAsync(Ct);

        var quick = Keyed(Cases.Received(Cases.NewId()));
        Assert.IsType<AppendResult.Appended>(await _other!.AppendAsync(quick, Ct));
        _goOn.SetResult();

        Assert.Equal(quick.State.Id, Assert.IsType<AppendResult.AnsweredBefore>(await writing).Answer.Case);
        Assert.Equal([quick.State.Id], await IdsAsync());
    }

    [Fact]
    public async Task Given_a_later_append_held_up_When_its_key_is_used_for_another_case_Then_only_one_of_them_is_made()
    {
        await OpenAsync();
        var first = Cases.Received(Cases.NewId());
        await _other!.AppendAsync(first, Ct);
        var writing = _slow!.AppendAsync(Keyed(Cases.Viewed(first.State)), Ct);
        await _arrived.Task.WaitAsync(Ct);

        var quick = Keyed(Cases.Received(Cases.NewId()));
        Assert.IsType<AppendResult.Appended>(await _other.AppendAsync(quick, Ct));
        _goOn.SetResult();

        Assert.Equal(quick.State.Id, Assert.IsType<AppendResult.AnsweredBefore>(await writing).Answer.Case);
        Assert.Equal(1, (await _other.LoadAsync(first.State.Id, Ct))!.Version);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_an_append_held_up_When_its_wake_is_removed_as_stale_Then_it_is_written_again(bool isFirst)
    {
        var later = new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(6));
        await OpenAsync(later);
        var append = Cases.Received(Cases.NewId());
        if (!isFirst)
        {
            await _other!.AppendAsync(append, Ct);
            append = Cases.Viewed(append.State);
        }

        var writing = _slow!.AppendAsync(append with { NextWake = Cases.Start }, Ct);
        await _arrived.Task.WaitAsync(Ct);

        Assert.Empty(await _other!.ReadDueAsync(Instant.MaxValue, 10, Ct));
        Assert.Equal(0, await _other.RemoveStrayAsync(Ct) - (isFirst ? 1 : 0));
        _goOn.SetResult();

        Assert.IsType<AppendResult.Appended>(await writing);
        Assert.Equal([new DueCase(append.State.Id, Cases.Start)], await _other.ReadDueAsync(Instant.MaxValue, 10, Ct));
        Assert.Equal([append.State.Id], await IdsAsync());
    }

    [Fact]
    public async Task Given_a_wake_that_is_young_and_that_no_case_names_When_the_due_are_read_Then_it_is_passed_over_and_left()
    {
        await OpenAsync();
        var append = Cases.Received(Cases.NewId()) with { NextWake = Cases.Start };
        var writing = _slow!.AppendAsync(append, Ct);
        await _arrived.Task.WaitAsync(Ct);

        Assert.Empty(await _other!.ReadDueAsync(Instant.MaxValue, 10, Ct));
        Assert.Single(await _storage!.RowsAsync("Wakes"));
        _goOn.SetResult();
        await writing;
    }

    public void Dispose()
    {
        _slow?.Dispose();
        _other?.Dispose();
    }

    private static CaseAppend Keyed(CaseAppend append) =>
        append with { Answer = new IdempotentAnswer(Cases.Key(1), Cases.Key(2), append.State.Id, append.State.Version) };

    private async Task<IEnumerable<Core.Identity.CaseId>> IdsAsync() =>
        (await _other!.ListAsync(new CaseQuery(null, null, null, null, 10), Ct)).Select(found => found.Id);

    private async Task OpenAsync(TimeProvider? realTime = null)
    {
        _storage = await TestStorage.CreateAsync(azurite);
        var faults = new FaultyPipeline
        {
            Before = async request =>
            {
                if (request.Uri.ToString().Contains("$batch", StringComparison.Ordinal) && _arrived.TrySetResult())
                {
                    await _goOn.Task;
                }
            },
        };
        _slow = await _storage.OpenAsync(options => faults.Under(options));
        _other = await _storage.OpenAsync(options => new FaultyPipeline().Under(options), realTime);
    }
}
