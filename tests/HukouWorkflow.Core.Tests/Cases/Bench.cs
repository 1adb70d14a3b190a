using System.Collections.Concurrent;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using static HukouWorkflow.Core.Tests.Cases.Applications;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>
/// A ledger and a stepper over test doubles: a store in memory, registers and agencies that answer as a test scripts them,
/// and a vault that seals nothing.
/// </summary>
internal sealed class Bench : IRegisters, IBenefitAgencies, IPersonalDataVault
{
    private static readonly PersonalData Person = new() { Name = "Test", ResidentId = "-", OriginDivision = "500230" };

    public Bench(LocalDate start)
    {
        Time = new FakeTimeProvider(Morning(start).ToDateTimeOffset());
        Clock = new ServiceClock(Time, latestOnRecord: null);
        Ledger = new CaseLedger(Store, new PolicyShelf(TestBook.Book), Clock);
        Stepper = new CaseStepper(Store, Ledger, this, this, this, Clock);
    }

    public FakeTimeProvider Time { get; }

    public ServiceClock Clock { get; }

    public MemoryStore Store { get; } = new();

    public CaseLedger Ledger { get; }

    public CaseStepper Stepper { get; }

    /// <summary>Every key an agency or register was given, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public Func<Register, CancellationToken, Task<RegisterReply>> Register { get; set; } =
        (_, _) => Task.FromResult(new RegisterReply(CheckOutcome.Confirmed, null));

    public Func<BenefitKind, CancellationToken, Task<BenefitReply>> Agency { get; set; } =
        (kind, _) => Task.FromResult(new BenefitReply($"{kind}-1", false, null));

    public Task<RegisterReply> AskAsync(Register register, Inquiry inquiry, CancellationToken cancellationToken)
    {
        Asked.Enqueue($"{register} {inquiry.Key}");
        return Register(register, cancellationToken);
    }

    public Task<BenefitReply> RequestAsync(BenefitKind kind, Inquiry inquiry, CancellationToken cancellationToken)
    {
        Asked.Enqueue($"{kind} {inquiry.Person} {inquiry.Key}");
        return Agency(kind, cancellationToken);
    }

    public ReadOnlyMemory<byte> Seal(PersonalAmendment amendment) => EventJson.WritePersonal(amendment);

    public PersonalAmendment Unseal(ReadOnlyMemory<byte> sealedBytes) => EventJson.ReadPersonal(sealedBytes.Span);

    public Task<LedgerResult> SubmitAsync(int endorsed = 4, CaseId? id = null, IdempotentAnswer? answer = null, params HouseholdMember[] household) => Ledger.CarryOutAsync(
        CaseState.Before(id ?? Id),
        [new CaseCommand.Submit(Application(endorsed: endorsed, household: household))],
        new Enclosure(new PersonKey("aa112233445566778899aabbccddeeff"), Seal(new PersonalAmendment { Whole = Person }), answer),
        TestContext.Current.CancellationToken);

    public async Task<CaseState> StateAsync() => (await Store.LoadAsync(Id, TestContext.Current.CancellationToken))!;

    public Task<Instant?> StepAsync() => Stepper.StepAsync(Id, TestContext.Current.CancellationToken);

    public void TurnTo(Instant now) => Time.SetUtcNow(now.ToDateTimeOffset());
}
