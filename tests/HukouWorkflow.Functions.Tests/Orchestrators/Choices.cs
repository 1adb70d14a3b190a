namespace HukouWorkflow.Functions.Tests.Orchestrators;

/// <summary>Every way a run can go: it is run again and again, each time with other answers to what comes next.</summary>
internal static class Choices
{
    /// <summary>Runs all of them.</summary>
    /// <param name="run">A run, given who chooses; it must put the same questions when it gets the same answers.</param>
    /// <returns>How many ways there are.</returns>
    public static async Task<int> ExploreAsync(Func<Func<int, int>, Task> run)
    {
        var path = new List<(int Taken, int Of)>();
        for (var ways = 1; ; ways++)
        {
            var depth = 0;
            await run(of =>
            {
                if (depth == path.Count)
                {
                    path.Add((0, of));
                }

                Assert.Equal(path[depth].Of, of);
                return path[depth++].Taken;
            });
            while (path.Count > 0 && path[^1].Taken + 1 == path[^1].Of)
            {
                path.RemoveAt(path.Count - 1);
            }

            if (path.Count == 0)
            {
                return ways;
            }

            path[^1] = path[^1] with { Taken = path[^1].Taken + 1 };
        }
    }
}
