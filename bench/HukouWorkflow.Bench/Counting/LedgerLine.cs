namespace HukouWorkflow.Bench.Counting;

/// <summary>One request that reached the table service.</summary>
/// <param name="Stage">What was going on.</param>
/// <param name="Asker">Who asked.</param>
/// <param name="Operation">What was asked for.</param>
/// <param name="Table">Of which table, without the store's prefix.</param>
/// <param name="Rows">How many rows it writes.</param>
internal sealed record LedgerLine(string Stage, string Asker, string Operation, string Table, int Rows);
