using System.Text.Json;
using BenchmarkDotNet.Attributes;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Explaining;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Http.Contract;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Http.Input;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Tables.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HukouWorkflow.Bench.Micro;

/// <summary>
/// The work done over and over for a case, on one of the sample applications: five years of residence with four endorsements,
/// checked, granted and settled. What is judged is that life with all that most people have beside it: two jobs, insurance, a
/// move, absences, a year's tax.
/// </summary>
[MemoryDiagnoser]
public class CaseWork
{
    private static readonly LocalDate Applied = new(2021, 10, 8);
    private static readonly LocalDate[] Endorsed = [new(2022, 9, 20), new(2023, 9, 18), new(2024, 9, 25), new(2025, 9, 10)];
    private static readonly LocalDate Complete = new(2026, 10, 1);
    private static readonly FactStated[] Lived =
    [
        new EmploymentStated(new EmploymentSpell(EmploymentKind.Contract, new DateSpan(new(2021, 10, 10), new(2023, 5, 1)))),
        new EmploymentStated(new EmploymentSpell(EmploymentKind.Contract, new DateSpan(new(2023, 7, 1), null))),
        new InsuranceStated(new DateSpan(new(2021, 11, 1), new(2023, 5, 1))),
        new InsuranceStated(new DateSpan(new(2023, 8, 1), null)),
        new AbsenceStated(new(2022, 1, 20), new(2022, 2, 15)),
        new AbsenceStated(new(2023, 1, 12), new(2023, 2, 3)),
        new ResidenceMoved(new(2023, 3, 1), new DivisionCode(500_106)),
        new TaxStated(new TaxYear(2024, new Yuan(3000))),
    ];

    private readonly PolicyBook _book = PolicyFolders.Load(PolicyFolders.Default);
    private readonly PersonalDataVault _vault = new(Protection());
    private readonly byte[] _body = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "applications", "wang-xiuying.json"));
    private readonly List<StoredEntry> _journal = [];
    private readonly CaseState _before = CaseState.Before(new CaseId(Guid.CreateVersion7()));
    private readonly byte[] _hash = new byte[JournalHash.Length];
    private readonly byte[] _payload;
    private readonly ApplicationRead _application;
    private readonly CaseCommand _submission;
    private readonly CaseState _accruing;
    private readonly SettlementFacts _life;
    private readonly SettlementFacts _inBeijing;
    private readonly CaseState _settled;

    /// <summary>Lives the case once.</summary>
    public CaseWork()
    {
        _application = Read();
        _submission = new CaseCommand.Submit(_application.Received);
        _payload = EventJson.Write(_application.Received);
        var state = Do(_before, _submission, Applied);
        _accruing = Endorsed.Aggregate(state, (accruing, on) => Do(accruing, new CaseCommand.StateFact(new ResidenceEndorsed(on)), on));
        _life = Lived.Aggregate(_accruing, (lived, fact) => CaseDecider.Decide(lived, new CaseCommand.StateFact(fact), _book, ChinaTime.StartOf(Complete.PlusDays(-1))).After!).Facts!;
        _inBeijing = _life with { City = new DivisionCode(110_000), Abodes = [new Abode(_life.ResidenceFrom, new DivisionCode(110_105))] };
        _settled = Settle(Do(_accruing, new CaseCommand.Advance(), Complete));
    }

    /// <summary>An application's body, parsed strictly and validated against the rules.</summary>
    [Benchmark(Description = "read and validate an application")]
    public object ReadAndValidate() => Read();

    /// <summary>The decision on a submission, and what the case then owes.</summary>
    [Benchmark(Description = "decide a submission, and what is owed")]
    public object Decide()
    {
        var now = ChinaTime.StartOf(Applied);
        var decision = CaseDecider.Decide(_before, _submission, _book, now);
        return Effects.Of(decision.After!, _book, now, decision.Evaluation);
    }

    /// <summary>Every version that may apply, on the day the five years are complete.</summary>
    [Benchmark(Description = "judge a life by every version")]
    public object Evaluate() => Evaluation();

    /// <summary>The same with the tree of reasons of each version: every criterion with its figures, evidence and article.</summary>
    [Benchmark(Description = "judge it, with every version's tree of reasons")]
    public int EvaluateWithReasons() => Evaluation().Results.Sum(result => result.Tree.Children.Count);

    /// <summary>The same life in a city that gives points for every year of it, with the points year by year and the tree of reasons.</summary>
    [Benchmark(Description = "judge it by a table of points, with the tree of reasons")]
    public int EvaluatePoints() => _book.Find("beijing")!.Evaluate(_inBeijing, Applied, Complete, []).Results.Sum(result => result.Tree.Children.Count);

    /// <summary>The life in the first city again, as the answer of the explanation's call.</summary>
    [Benchmark(Description = "explain: judge it and write the tree in sentences")]
    public byte[] Explain()
    {
        var evaluation = Evaluation();
        var pack = _book.Find(_application.Received.Pack)!;
        return JsonSerializer.SerializeToUtf8Bytes(
            new ExplanationView(pack.Id, Complete, evaluation.Best, evaluation.Results, pack.Explain(evaluation, Language.English)), HukouJson.Output);
    }

    /// <summary>The whole journal of a settled case: read, its hashes checked, folded.</summary>
    [Benchmark(Description = "fold a settled case's journal")]
    public CaseState Fold()
    {
        var chain = new JournalChain(_settled.Id);
        foreach (var entry in _journal)
        {
            if (chain.Add(entry.Version, entry.At, entry.Payload.Span, entry.Hash.Span) is { } broken)
            {
                throw new InvalidOperationException(broken.Fault);
            }
        }

        return chain.State;
    }

    /// <summary>An application as an event.</summary>
    [Benchmark(Description = "serialize an application's event")]
    public byte[] Serialize() => EventJson.Write(_application.Received);

    /// <summary>One link of the chain.</summary>
    [Benchmark(Description = "hash a journal entry")]
    public byte[] Hash()
    {
        JournalHash.Next(JournalHash.Seed.Span, 1, ChinaTime.StartOf(Applied), _payload, _hash);
        return _hash;
    }

    /// <summary>Personal data, as it is sealed with an application.</summary>
    [Benchmark(Description = "encrypt an applicant's personal data")]
    public ReadOnlyMemory<byte> Encrypt() => _vault.Seal(new PersonalAmendment { Whole = _application.Personal });

    /// <summary>How many entries the settled case has.</summary>
    internal int Entries => _journal.Count;

    private static IDataProtectionProvider Protection()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().UseCryptographicAlgorithms(KeyProtection.Cipher);
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new PassingKeys());
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }

    private Evaluation Evaluation() => _book.Find(_application.Received.Pack)!.Evaluate(_life, _application.Received.Version, Complete, []);

    private ApplicationRead Read()
    {
        var problems = new InputProblems();
        return ApplicationReader.Read(StrictJson.Read<ApplicationForm>(_body, problems)!, _book, Applied, new PersonKey(new string('0', 32)), problems)
            ?? throw new InvalidOperationException("The sample application is refused.");
    }

    private CaseState Do(CaseState state, CaseCommand command, LocalDate on)
    {
        var now = Instant.Max(ChinaTime.StartOf(on), state.LastAt);
        var previous = _journal.Count == 0 ? JournalHash.Seed : _journal[^1].Hash;
        foreach (var happened in CaseDecider.Decide(state, command, _book, now).Events)
        {
            var (hash, payload) = (new byte[JournalHash.Length], EventJson.Write(happened));
            state = state.Apply(happened, now);
            JournalHash.Next(previous.Span, state.Version, now, payload, hash);
            _journal.Add(new StoredEntry(state.Version, now, payload, hash));
            previous = hash;
        }

        return state;
    }

    private CaseState Settle(CaseState state)
    {
        while (Effects.Of(state, _book, state.LastAt).Owed is [var owed, ..])
        {
            state = Do(
                state,
                owed is OwedEffect.AskRegister
                    ? new CaseCommand.TakeRegisterReply(owed.No, new RegisterReply(CheckOutcome.Confirmed, null))
                    : new CaseCommand.TakeBenefitReply(owed.No, new BenefitReply("REF/0123456789ABCDEF", Declined: false, null)),
                Complete);
        }

        return state.Status == CaseStatus.Settled ? state : throw new InvalidOperationException($"The sample case is {state.Status}, not settled.");
    }
}
