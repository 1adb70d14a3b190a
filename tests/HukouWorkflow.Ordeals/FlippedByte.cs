using System.Diagnostics;
using System.Globalization;
using System.Net;
using HukouWorkflow.Agencies.Simulation;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Ordeals;

/// <summary>One bit of one stored event turns over: <c>hukou verify</c> names it, the case is left alone, and all others are served and settled.</summary>
public static class FlippedByte
{
    private const int People = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Lives through it.</summary>
    /// <param name="seed">What chance is drawn from.</param>
    /// <param name="inPage">Whether the bit turns over in a page of the file, past SQLite; otherwise through it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Findings> RunAsync(int seed, bool inPage, CancellationToken cancellationToken)
    {
        var chance = new Random(seed);
        await using var agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), cancellationToken: cancellationToken);
        using var folder = new TemporaryFolder();
        var cases = new List<string>();
        await using (var before = new ServedFolder(folder.Data, agencies, daysASecond: 1))
        {
            await before.ServeAsync(cancellationToken);
            for (var person = 1; person <= People; person++)
            {
                cases.Add(await Settlers.ApplyAsync(before, person, maturesAfter: 150, cancellationToken));
            }

            await before.StopAsync();
        }

        var victim = chance.Next(People);
        Flip(folder.CasesFile, cases[victim], inPage, chance);
        await using var served = new ServedFolder(folder.Data, agencies, daysASecond: 60);
        var (code, output, _) = await Hukou.RunAsync("verify", "--data", folder.Data);
        Expect(served.Findings, Wrong.Broken, code == 1 && output.Contains($"case {cases[victim]}  entry 1", StringComparison.Ordinal) && output.Contains(" 1 broken", StringComparison.Ordinal), $"hukou verify ended with {code}: {output}");
        await served.ServeAsync(cancellationToken);
        await JudgeAsync(served, victim + 1, cases[victim], cancellationToken);
        var books = await AgencyBooks.GrantedAsync(agencies, cancellationToken);
        new Proof(new Promises(), served.Findings).Audit(CasesFile.Read(folder.CasesFile), books);
        await served.StopAsync();
        return served.Findings;
    }

    private static async Task JudgeAsync(ServedFolder served, int person, string victim, CancellationToken cancellationToken)
    {
        var findings = served.Findings;
        var applicant = ServiceCaller.Applicant(person);
        foreach (var asked in (Task<Answer>[])
            [
                served.Caller.GetAsync(applicant, $"api/applications/{victim}", cancellationToken),
                served.Caller.GetAsync(ServiceCaller.Auditor, $"api/cases/{victim}/journal", cancellationToken),
                served.Caller.PostAsync(applicant, $"api/applications/{victim}/withdrawal", new { }, null, cancellationToken),
            ])
        {
            var answer = await asked;
            var named = answer.Status == HttpStatusCode.InternalServerError && answer.Body.GetProperty("type").GetString() is "urn:hukou:problem:corrupt";
            Expect(findings, Wrong.Answered, named, $"A broken case was answered {answer}.");
        }

        var (cases, metrics) = await UntilSettledAsync(People - 1);
        Expect(findings, Wrong.Stuck, cases.Count(stored => stored.Status is "settled") == People - 1, $"The others are {string.Join(' ', cases.Select(stored => stored.Status))}.");
        var left = cases.Single(stored => string.Equals(stored.Id, victim, StringComparison.Ordinal));
        Expect(findings, Wrong.Doubled, left.Status is "accruing" && left.Journal.Count == 2, $"The broken case is {left.Status} with {left.Journal.Count} entries.");
        Expect(findings, Wrong.Answered, IsSetAside(metrics), "No meter tells that a case is set aside.");
        Expect(findings, Wrong.Answered, served.Process.Output.Contains($"The journal of case {victim} is broken at entry 1", StringComparison.Ordinal), "No log names the broken case.");
        // Until they are settled too: whoever compares the books with the cases next must not come between grant and entry.
        await Settlers.ApplyAsync(served, People + 1, maturesAfter: 0, cancellationToken);
        (cases, _) = await UntilSettledAsync(People);
        Expect(findings, Wrong.Stuck, cases.Count(stored => stored.Status is "settled") == People, "Who applied afterwards is not settled.");

        async Task<(IReadOnlyList<StoredCase> Cases, string Metrics)> UntilSettledAsync(int count)
        {
            var began = Stopwatch.GetTimestamp();
            while (true)
            {
                await Task.Delay(100, cancellationToken);
                var (stored, told) = (CasesFile.Read(served.File), await MetricsAsync(served, cancellationToken));
                if (Stopwatch.GetElapsedTime(began) > Patience || (stored.Count(each => each.Status is "settled") == count && IsSetAside(told)))
                {
                    return (stored, told);
                }
            }
        }
    }

    private static bool IsSetAside(string metrics) => metrics.Split('\n').Any(line =>
        line.StartsWith("hukou_step_set_aside", StringComparison.Ordinal) && double.TryParse(line.Split(' ')[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count > 0);

    private static async Task<string> MetricsAsync(ServedFolder served, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = served.Process.Address };
        return await http.GetStringAsync("metrics", cancellationToken);
    }

    private static void Expect(Findings findings, Wrong kind, bool holds, string otherwise)
    {
        if (!holds)
        {
            findings.Add(kind, otherwise);
        }
    }

    private static void Flip(string file, string id, bool inPage, Random chance)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT payload FROM journal WHERE entry = (SELECT (no << 24) | 1 FROM cases WHERE id = $id)";
        command.Parameters.AddWithValue("$id", Guid.Parse(id).ToByteArray(bigEndian: true));
        var payload = (byte[])command.ExecuteScalar()!;
        var flipped = payload.ToArray();
        var bit = chance.Next(payload.Length * 8);
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        if (!inPage)
        {
            command.CommandText = "UPDATE journal SET payload = $payload WHERE entry = (SELECT (no << 24) | 1 FROM cases WHERE id = $id)";
            command.Parameters.AddWithValue("$payload", flipped);
            command.ExecuteNonQuery();
            return;
        }

        connection.Close();
        var bytes = File.ReadAllBytes(file);
        flipped.CopyTo(bytes, bytes.AsSpan().IndexOf(payload));
        File.WriteAllBytes(file, bytes);
    }
}
