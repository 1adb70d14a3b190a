using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using HukouWorkflow.Testing.Emulator;
using NodaTime;

namespace HukouWorkflow.Tables.Tests;

/// <summary>A first append died on the way; the applicant comes again with a new case, as a host gives every attempt one.</summary>
public sealed class AbandonedWriterTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("first")]
    [InlineData("large first")]
    public async Task Given_a_writer_that_died_after_any_request_When_the_person_applies_anew_under_the_same_key_Then_there_is_one_case(string kind)
    {
        for (var after = 0; ; after++)
        {
            var storage = await TestStorage.CreateAsync(azurite);
            var dead = AppendKinds.Of(kind)[0];
            var faults = new FaultyPipeline();
            using (var dying = await storage.OpenAsync(options => faults.Under(options)))
            {
                (faults.Sent, faults.DiesAfter) = (0, after);
                await Record.ExceptionAsync(() => dying.AppendAsync(dead, Ct));
            }

            using var store = await storage.OpenAsync(options => new FaultyPipeline().Under(options));
            var isThere = await store.LoadAsync(dead.State.Id, Ct) is not null;
            var id = Cases.NewId();
            var anew = Cases.Received(id) with { Person = dead.Person, Answer = dead.Answer! with { Case = id } };
            var result = await store.AppendAsync(anew, Ct);
            var winner = isThere ? dead.State.Id : id;
            Assert.Equal(isThere, result is AppendResult.AnsweredBefore before && before.Answer.Case == winner);
            Assert.Equal(!isThere, result is AppendResult.Appended);
            Assert.Equal(new AppendResult.PersonHasOpenCase(winner), await store.AppendAsync(Cases.Received(Cases.NewId()) with { Person = dead.Person }, Ct));
            Assert.All(await store.ReadDueAsync(Instant.MaxValue, 10, Ct), due => Assert.Equal(winner, due.Id));
            if (!faults.IsDead)
            {
                Assert.InRange(after, 5, 40);
                return;
            }
        }
    }
}
