using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Functions.Testing.Engine;

namespace HukouWorkflow.Bench.Lives;

/// <summary>
/// What orchestrations do, counted in virtual time, and from it what their task hub costs on the Azure Storage provider. The
/// provider's documentation says what is stored where, so this is a formula and not a measurement: each message is put,
/// fetched and deleted (messages fetched together make it less); each turn reads its history, adds to it and writes the
/// instance's row; each wake from outside reads the instance's row. Leases are left out: how often they are renewed is not documented.
/// </summary>
internal static class TaskHubFigures
{
    private const string Work = "Orchestrations, in virtual time";
    private const string Hub = "Task hub on Azure Storage: by formula, not measured";
    private const string Transactions = "transactions";
    private const int PerMessage = 3;
    private const int PerTurn = 3;

    // host.json.
    private const int ControlQueues = 8;
    private const int PollsOfDay = 24 * 60 * 60 / 10;

    /// <summary>A settled case's and a waiting year's.</summary>
    public static IEnumerable<Figure> Of(FunctionsMeasurement settled, FunctionsMeasurement waiting)
    {
        var (life, year) = (settled.Work, waiting.Work);
        yield return new Figure(Work, "largest history over five years", life.LargestHistory, "events", Detail: "timers cut into three days, as the worker cuts them; aim: under 200");
        yield return new Figure(Work, "continued as new, a life", life.Rounds, "times");
        yield return new Figure(Work, "continued as new, a year of waiting", year.Rounds, "times");
        yield return new Figure(Work, "activities, a life", life.ActivityCount, "executions", Detail: string.Join(", ", life.Activities.Where(line => line.Value > 0).Select(line => $"{line.Key} {line.Value}")));
        yield return new Figure(Work, "orchestrator turns, a life", life.Turns, "executions", Detail: $"sub-orchestrations {life.CountOf(HistoryKind.SubOrchestrationCreated)}, timers {life.CountOf(HistoryKind.TimerCreated)} of three days at most, events from outside {life.CountOf(HistoryKind.EventRaised)}");
        yield return new Figure(Work, "calls, a life", 1 + CaseLife.Endorsements, "executions", Detail: "the application and each endorsement");
        yield return new Figure(Work, "activities, a year of waiting", year.ActivityCount, "executions");
        yield return new Figure(Work, "orchestrator turns, a year of waiting", year.Turns, "executions", Detail: $"timers {year.CountOf(HistoryKind.TimerCreated)}");
        yield return new Figure(Hub, "a life", Cost(life), Transactions, Detail: $"{PerMessage} x {Messages(life)} messages + {PerTurn} x {life.Turns} turns + {Wakes(life)} reads by those who wake");
        yield return new Figure(Hub, "a year of waiting", Cost(year), Transactions, Detail: $"{PerMessage} x {Messages(year)} messages + {PerTurn} x {year.Turns} turns");
        yield return new Figure(Hub, "a day with nothing to do, control queues", (double)ControlQueues * PollsOfDay, Transactions, Detail: "at least, while any instance is up: each of 8 (partitionCount) is asked by one of them, every 10 s (maxQueuePollingInterval)");
        yield return new Figure(Hub, "a day with nothing to do, work items", PollsOfDay, Transactions, Detail: "at least, for each instance that is up");
    }

    private static int Cost(OrchestrationWork work) => (PerMessage * Messages(work)) + (PerTurn * work.Turns) + Wakes(work);

    // An activity is asked by one message and answers by another; a sub-orchestration's beginning is an execution started.
    private static int Messages(OrchestrationWork work) =>
        work.CountOf(HistoryKind.ExecutionStarted) + (2 * work.CountOf(HistoryKind.ActivityScheduled)) + work.CountOf(HistoryKind.SubOrchestrationCreated)
        + work.CountOf(HistoryKind.TimerCreated) + work.CountOf(HistoryKind.EventRaised);

    // An execution is started from outside, by a sub-orchestration's parent, or by continuing as new.
    private static int Wakes(OrchestrationWork work) =>
        work.CountOf(HistoryKind.ExecutionStarted) - work.CountOf(HistoryKind.SubOrchestrationCreated) - work.Rounds + work.CountOf(HistoryKind.EventRaised);
}
