using System.Globalization;

namespace HukouWorkflow.Bench.Lives;

/// <summary>The life that is measured: one person, a permit endorsed each year in time, six registers that confirm, two benefits that are granted.</summary>
internal static class CaseLife
{
    /// <summary>What comes before: the host starts, and has served somebody once.</summary>
    public const string Start = "start";

    public const string Submission = "submission";

    /// <summary>Four of them, numbered.</summary>
    public const string Endorsement = "endorsement";

    /// <summary>The five years between all of that, numbered.</summary>
    public const string Waiting = "waiting";

    /// <summary>The day the residence is complete: checks, decision, grants.</summary>
    public const string Settlement = "settlement";

    /// <summary>A look at the case once it is over; not part of a life.</summary>
    public const string After = "after";

    /// <summary>How many endorsements a life has.</summary>
    public const int Endorsements = 4;

    private const int FirstYear = 2026;

    /// <summary>When it begins: nine in the morning in China.</summary>
    public static DateTimeOffset Beginning { get; } = new(FirstYear, 10, 1, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Has somebody apply and withdraw, so that what a process does once is not counted with a case.</summary>
    public static async Task WarmUpAsync(IMeasuredHost host, CancellationToken cancellationToken)
    {
        using var somebody = new Applicant(host);
        var address = await somebody.ApplyAsync("2026-10-01", "permit", cancellationToken);
        await somebody.WithdrawAsync(address, cancellationToken);
        await somebody.MustBeAsync(address, "withdrawn", cancellationToken);
    }

    /// <summary>Lives it.</summary>
    public static async Task LiveAsync(IMeasuredHost host, CancellationToken cancellationToken)
    {
        using var applicant = new Applicant(host);
        host.Ledger.Stage = Submission;
        var address = await applicant.ApplyAsync("2026-10-01", "permit", cancellationToken);
        for (var year = 1; year <= Endorsements; year++)
        {
            var day = string.Create(CultureInfo.InvariantCulture, $"{FirstYear + year}-09-20");
            host.Ledger.Stage = $"{Waiting} {year}";
            await host.PassToAsync(Midday(day), cancellationToken);
            host.Ledger.Stage = $"{Endorsement} {year}";
            await applicant.EndorseAsync(address, day, cancellationToken);
        }

        host.Ledger.Stage = $"{Waiting} {Endorsements + 1}";
        await host.PassToAsync(Midday("2031-09-30"), cancellationToken);
        host.Ledger.Stage = Settlement;
        await host.PassToAsync(Midday("2031-10-01"), cancellationToken);
        host.Ledger.Stage = After;
        await applicant.MustBeAsync(address, "settled", cancellationToken);
    }

    private static DateTimeOffset Midday(string day) => DateTimeOffset.Parse($"{day}T12:00:00+08:00", CultureInfo.InvariantCulture);
}
