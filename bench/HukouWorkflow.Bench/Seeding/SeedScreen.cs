using System.Globalization;
using Spectre.Console;

namespace HukouWorkflow.Bench.Seeding;

/// <summary>Shows on the error stream how far seeding has come; what is printed for others stays clean.</summary>
internal static class SeedScreen
{
    /// <summary>Shows a seeding while it goes on.</summary>
    public static Task<T> ShowAsync<T>(SeedPlan plan, Func<IProgress<int>, Task<T>> seed)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var task = progress.AddTask(string.Create(CultureInfo.InvariantCulture, $"Seeding {plan.Cases:#,0} cases"), maxValue: plan.Cases);
                return seed(new Written(task));
            });
    }

    private sealed class Written(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }
}
