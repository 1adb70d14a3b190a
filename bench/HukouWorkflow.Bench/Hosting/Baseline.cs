namespace HukouWorkflow.Bench.Hosting;

/// <summary>In what a host of this program differs from <c>hukou serve</c>.</summary>
internal enum Baseline
{
    /// <summary>Reads the body and answers a constant 202, and does nothing else.</summary>
    Constant,

    /// <summary>Does everything, and keeps nothing.</summary>
    NoStorage,

    /// <summary>Asks agencies within its own process, and not over HTTP.</summary>
    AgenciesInProcess,
}
