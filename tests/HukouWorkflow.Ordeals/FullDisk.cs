using System.Diagnostics;
using System.Globalization;
using System.Net;
using HukouWorkflow.Agencies.Simulation;

namespace HukouWorkflow.Ordeals;

/// <summary>
/// There is no room for a while: every change is answered 503, every read goes on, nothing acknowledged is lost, and once
/// there is room it goes on by itself. Then the same again, and it is killed meanwhile.
/// </summary>
public static class FullDisk
{
    private const int AtOnce = 6;
    private const int DaysASecond = 180;
    private const int Promises = 40;
    private const int Refusals = 20;
    private const int MostTries = 5_000;
    private const int FirstRefused = 1_000_000;

    /// <summary>On a file system that is full.</summary>
    public static async Task<Findings> RunAsync(SmallDisk disk, int seed, CancellationToken cancellationToken)
    {
        await using var agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), cancellationToken: cancellationToken);
        await using var served = new ServedFolder(disk.Data, agencies, DaysASecond, disk.Within) { Seen = disk.Seen };
        return await LiveThroughAsync(
            served,
            agencies,
            seed,
            () =>
            {
                disk.Fill();
                return Task.CompletedTask;
            },
            () =>
            {
                disk.MakeRoom();
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    /// <summary>Where nobody may mount: by a limit on the size of files, which every write then exceeds (EFBIG).</summary>
    public static async Task<Findings> RunLimitedAsync(int seed, CancellationToken cancellationToken)
    {
        await using var agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), cancellationToken: cancellationToken);
        using var folder = new TemporaryFolder();

        // A process that does not ignore the signal is ended by it.
        await using var served = new ServedFolder(folder.Data, agencies, DaysASecond, "sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh");
        return await LiveThroughAsync(served, agencies, seed, () => LimitAsync(served, "1"), () => LimitAsync(served, "unlimited"), cancellationToken);
    }

    private static async Task<Findings> LiveThroughAsync(ServedFolder served, AgencySimulator agencies, int seed, Func<Task> fill, Func<Task> makeRoom, CancellationToken cancellationToken)
    {
        await served.ServeAsync(cancellationToken);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var load = served.LoadAsync(AtOnce, seed, firstPerson: 0, enough.Token);
        for (var round = 0; round < 2; round++)
        {
            await served.Promises.ReachAsync(served.Promises.Kept.Count + Promises, cancellationToken);
            await fill();
            await AskAsync(served, round, cancellationToken);
            if (round == 1)
            {
                await served.KillAsync();
            }

            await makeRoom();
            if (round == 1)
            {
                await served.ServeAsync(cancellationToken);
            }
        }

        await served.Promises.ReachAsync(served.Promises.Kept.Count + Promises, cancellationToken);
        await enough.CancelAsync();
        await load.WaitAsync(cancellationToken);
        await served.StopAsync();

        // SQLite follows links by name, and would not find a file within another namespace.
        using var outside = new TemporaryFolder();
        outside.Take(served.Seen);
        await using var proved = new ServedFolder(outside.Data, agencies, DaysASecond) { Promises = served.Promises, Findings = served.Findings };
        await proved.ServeAsync(cancellationToken);
        await proved.ProveAsync(cancellationToken);
        return served.Findings;
    }

    private static async Task AskAsync(ServedFolder served, int round, CancellationToken cancellationToken)
    {
        // Room that the file has already is room: an answer 202 is a promise like any other.
        var known = served.Promises.Kept.First();
        var residence = ServedFolder.Start.PlusYears(-1);
        var refused = 0;
        for (var attempt = 0; refused < Refusals && attempt < MostTries; attempt++)
        {
            var person = FirstRefused + (round * MostTries) + attempt;
            var answer = await served.Caller.PostOnceAsync(ServiceCaller.Applicant(person), "api/applications", People.Application(person, residence), null, cancellationToken);
            if (answer is { Case: { } id })
            {
                served.Promises.Keep(new Promise(id, answer.Value.Version, "applicationReceived", People.Text(residence), person, null));
            }
            else if (answer is { Status: HttpStatusCode.ServiceUnavailable, RetryAfter: true })
            {
                refused++;
            }
            else
            {
                served.Findings.Add(Wrong.Answered, $"Without room, an application was answered {answer?.ToString() ?? "nothing"}.");
            }

            foreach (var (who, path) in new[] { (known.Applicant, $"api/applications/{known.Case}"), (ServiceCaller.Auditor, "api/cases?limit=5") })
            {
                if (await served.Caller.GetOnceAsync(who, path, cancellationToken) is not { Status: HttpStatusCode.OK })
                {
                    served.Findings.Add(Wrong.Answered, $"Without room, {path} could not be read.");
                }
            }
        }

        if (refused < Refusals)
        {
            served.Findings.Add(Wrong.Answered, "There was room after all.");
        }
    }

    private static async Task LimitAsync(ServedFolder served, string bytes)
    {
        // A limit ends with its process.
        if (served.Process.HasExited)
        {
            return;
        }

        using var limit = Process.Start("prlimit", ["--pid", served.Process.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}:unlimited"]);
        await limit.WaitForExitAsync(CancellationToken.None);
        if (limit.ExitCode != 0)
        {
            throw new InvalidOperationException("prlimit cannot limit the process.");
        }
    }
}
