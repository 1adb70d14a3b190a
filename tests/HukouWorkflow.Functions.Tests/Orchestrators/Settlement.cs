using System.Globalization;
using System.Text;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Orchestrators;
using HukouWorkflow.Functions.Runtime;
using HukouWorkflow.Functions.Testing.Engine;
using HukouWorkflow.Http.Privacy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace HukouWorkflow.Functions.Tests.Orchestrators;

/// <summary>
/// One case and its real orchestration, activities, ledger and store. Only the agencies are doubles: they answer as a test
/// says, and write down what they were asked.
/// </summary>
internal sealed class Settlement : IRegisters, IBenefitAgencies, IDisposable
{
    /// <summary>The day residence is taken up: five years later it is 1 October 2026.</summary>
    public static readonly LocalDate Start = new(2021, 10, 1);

    public static readonly LocalDate Maturity = new(2026, 10, 1);

    /// <summary>Somebody made up; nothing of this may be found in any history.</summary>
    public static readonly PersonalData Person = new()
    {
        Name = "王秀英",
        ResidentId = "500230198803152247",
        Phone = "+8613800000000",
        OriginDivision = "500230",
        Address = "重庆市江北区某路1号",
        PermitNumber = "PERMIT-4711",
    };

    /// <summary>The shipped packs.</summary>
    public static readonly PolicyBook Book = ReadBook();
    private readonly FunctionsMeter _meter = new();
    private readonly DurableCaseRuntime _runtime;
    private readonly CaseLedger _ledger;
    private readonly ICaseStore _store;
    private readonly PersonalDataVault _vault = new PersonalDataVault(new EphemeralDataProtectionProvider());
    private readonly ServiceProvider _services;

    public Settlement(ICaseStore store, LocalDate? today = null, Func<int, int>? choose = null, TimeSpan skew = default, ILoggerProvider? log = null)
    {
        _store = store;
        _runtime = new DurableCaseRuntime(_meter, NullLogger<DurableCaseRuntime>.Instance);
        Time = new VirtualTime(Morning(today ?? Start));
        var clock = new ServiceClock(skew == default ? Time : Time.OffBy(skew), null);
        _ledger = new CaseLedger(store, new PolicyShelf(Book), clock);
        _services = new ServiceCollection()
            .AddLogging(logging =>
            {
                if (log is not null)
                {
                    logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
                }
            })
            .AddSingleton(_meter)
            .AddSingleton(new CaseStepper(store, _ledger, this, this, _vault, clock))
            .BuildServiceProvider();
        Engine = new VirtualDurableEngine(new DurableFunctions(typeof(ResidencyOrchestrator).Assembly, () => _services), Time, choose)
        {
            Loggers = _services.GetRequiredService<ILoggerFactory>(),
        };
        Client = new VirtualDurableTaskClient(Engine);
    }

    public CaseId Id { get; } = new(Guid.CreateVersion7());

    public VirtualTime Time { get; }

    public VirtualDurableEngine Engine { get; }

    public DurableTaskClient Client { get; }

    /// <summary>The case's orchestration.</summary>
    public VirtualInstance Instance => Engine.Find(Id.ToString())!;

    /// <summary>What its custom status says.</summary>
    public CaseProgress Progress => WorkerJson.Instance.Deserialize<CaseProgress>(Instance.CustomStatus)!;

    /// <summary>Every key that an agency was given, with its name, in order.</summary>
    public List<string> Asked { get; } = [];

    public Func<Register, RegisterReply> Registers { get; set; } = _ => new RegisterReply(CheckOutcome.Confirmed, null);

    public Func<BenefitKind, BenefitReply> Agencies { get; set; } = kind => new BenefitReply($"{kind}-1", false, null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DateTimeOffset Morning(LocalDate day) => (ChinaTime.StartOf(day) + Duration.FromHours(9)).ToDateTimeOffset();

    /// <summary>What somebody states who is registered as a resident (nothing to endorse) or has a permit.</summary>
    public static ApplicationReceived Application(bool withPermit) => new()
    {
        Applicant = new PersonKey(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)),
        Pack = "chongqing",
        Version = new LocalDate(2010, 8, 1),
        Consent = new Consent(AutomaticGrant: true, RegisterChecks: true),
        Facts = new SettlementFacts
        {
            City = new DivisionCode(500000),
            Registration = Registration.Municipal,
            Hukou = HukouKind.Rural,
            ResidenceFrom = Start,
            Basis = withPermit ? ResidenceBasis.Permit : ResidenceBasis.Registration,
            Abodes = [new Abode(Start, new DivisionCode(500105))],
        },
    };

    public Task<RegisterReply> AskAsync(Register register, Inquiry inquiry, CancellationToken cancellationToken)
    {
        Asked.Add($"{register} {inquiry.Key}");
        return Task.FromResult(Registers(register));
    }

    public Task<BenefitReply> RequestAsync(BenefitKind kind, Inquiry inquiry, CancellationToken cancellationToken)
    {
        Asked.Add($"{kind} {inquiry.Key}");
        return Task.FromResult(Agencies(kind));
    }

    /// <summary>Applies, and wakes the case.</summary>
    public async Task ApplyAsync(bool withPermit = false)
    {
        var person = new PersonKey(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        var enclosed = new Enclosure(person, _vault.Seal(new PersonalAmendment { Whole = Person }), null);
        Assert.IsType<LedgerResult.Done>(await _ledger.CarryOutAsync(CaseState.Before(Id), [new CaseCommand.Submit(Application(withPermit))], enclosed, Ct));
        await WakeAsync();
    }

    /// <summary>Has the case do something, writes it down, and wakes it, as a trigger does.</summary>
    public async Task CarryOutAsync(CaseCommand command)
    {
        Assert.IsType<LedgerResult.Done>(await _ledger.CarryOutAsync(await StateAsync(), [command], null, Ct));
        await WakeAsync();
    }

    public Task EndorseAsync(LocalDate on) => CarryOutAsync(new CaseCommand.StateFact(new ResidenceEndorsed(on)));

    public async Task WakeAsync()
    {
        _runtime.Use(Client);
        await _runtime.WakeAsync(Id, null, Ct);
    }

    public async Task<OrchestrationStatus?> DescribeAsync()
    {
        _runtime.Use(Client);
        return await _runtime.DescribeAsync(Id, Ct);
    }

    /// <summary>Lets what can happen now happen.</summary>
    public Task RunAsync() => Engine.RunAsync(Time.GetUtcNow(), Ct);

    public Task RunForAsync(TimeSpan time) => Engine.RunAsync(Time.GetUtcNow() + time, Ct);

    /// <summary>Lets time pass until nine in the morning of a day in China.</summary>
    public Task RunToAsync(LocalDate day) => Engine.RunAsync(Morning(day), Ct);

    public async Task<CaseState> StateAsync() => (await _store.LoadAsync(Id, Ct))!;

    public async Task<CaseStatus> StatusAsync() => (await StateAsync()).Status;

    /// <summary>How often each activity was run.</summary>
    public int Runs(string activity) => Engine.Activities.Count(run => string.Equals(run.Name, activity, StringComparison.Ordinal));

    public void Dispose()
    {
        Engine.Dispose();
        _services.Dispose();
        _meter.Dispose();
    }

    private static PolicyBook ReadBook()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "policies");
        var reading = PolicyBook.Read(Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new PackFile($"policies/{Path.GetRelativePath(root, file).Replace('\\', '/')}", File.ReadAllText(file, Encoding.UTF8))));
        Assert.Empty(reading.Problems);
        return reading.Book!;
    }
}
