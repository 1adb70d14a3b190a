using HukouWorkflow.Bench.Counting;
using HukouWorkflow.Http.Access;

namespace HukouWorkflow.Bench.Lives;

/// <summary>A host whose time passes when the measurement says so.</summary>
internal interface IMeasuredHost : IAsyncDisposable
{
    /// <summary>Where it listens.</summary>
    Uri Address { get; }

    /// <summary>Issues the tokens it takes.</summary>
    LocalTokens Tokens { get; }

    /// <summary>What it asks of the table service.</summary>
    CallLedger Ledger { get; }

    /// <summary>Lets happen what is to be done now.</summary>
    Task SettleDownAsync(CancellationToken cancellationToken);

    /// <summary>Lets time pass, with everything that cases do on the way.</summary>
    Task PassToAsync(DateTimeOffset time, CancellationToken cancellationToken);
}
