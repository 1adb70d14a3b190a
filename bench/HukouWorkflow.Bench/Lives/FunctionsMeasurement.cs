using HukouWorkflow.Bench.Counting;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Bench.Lives;

/// <summary>What a case came to on the Functions app.</summary>
/// <param name="Lines">Every request that reached the table service.</param>
/// <param name="Work">What its orchestrations did.</param>
/// <param name="Bytes">What it takes in tables, by the service's own formula.</param>
internal sealed record FunctionsMeasurement(IReadOnlyList<LedgerLine> Lines, OrchestrationWork Work, long Bytes)
{
    /// <summary>A stage in which a year passes.</summary>
    public const string Year = "year";

    /// <summary>A stage in which a day passes, timer triggers and all, and there is no open case.</summary>
    public const string EmptyDay = "empty day";

    /// <summary>The same, while a case waits.</summary>
    public const string WaitingDay = "waiting day";

    /// <summary>Lives <see cref="CaseLife"/>.</summary>
    public static async Task<FunctionsMeasurement> OfSettledCaseAsync(Azurite azurite, CancellationToken cancellationToken)
    {
        await using var host = await FunctionsHost.StartAsync(azurite, cancellationToken);
        await CaseLife.WarmUpAsync(host, cancellationToken);
        var before = await StoredBytes.OfAsync(azurite, host.Prefix, cancellationToken);
        var work = OrchestrationWork.Begin(host.Engine);
        await CaseLife.LiveAsync(host, cancellationToken);
        host.MustAgree();
        return new FunctionsMeasurement(host.Ledger.Lines, work.End(), await StoredBytes.OfAsync(azurite, host.Prefix, cancellationToken) - before);
    }

    /// <summary>Has a case wait that needs no endorsement: an empty day first, then a day and a year with it.</summary>
    public static async Task<FunctionsMeasurement> OfWaitingCaseAsync(Azurite azurite, CancellationToken cancellationToken)
    {
        await using var host = await FunctionsHost.StartAsync(azurite, cancellationToken);
        await CaseLife.WarmUpAsync(host, cancellationToken);
        host.Ledger.Stage = EmptyDay;
        await host.PassDayAsync(cancellationToken);
        host.Ledger.Stage = CaseLife.Submission;
        using var applicant = new Applicant(host);
        var address = await applicant.ApplyAsync("2026-10-01", "registration", cancellationToken);
        host.Ledger.Stage = WaitingDay;
        await host.PassDayAsync(cancellationToken);
        host.Ledger.Stage = Year;
        var work = OrchestrationWork.Begin(host.Engine);
        await host.PassToAsync(host.Engine.Time.GetUtcNow().AddDays(365), cancellationToken);
        var year = work.End();
        host.Ledger.Stage = CaseLife.After;
        await applicant.MustBeAsync(address, "accruing", cancellationToken);
        host.MustAgree();
        return new FunctionsMeasurement(host.Ledger.Lines, year, 0);
    }
}
