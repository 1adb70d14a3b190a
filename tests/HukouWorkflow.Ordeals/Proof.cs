using System.Net;
using System.Text.Json;
using NodaTime.Text;

namespace HukouWorkflow.Ordeals;

/// <summary>Proves from outside that what was promised was kept, once: by the API, by the data file, and by the agencies' own books.</summary>
public sealed class Proof(Promises promises, Findings findings)
{
    private const int AtOnce = 8;

    /// <summary>Asks the running service: every promise is in the journal it shows, and every key is answered as it was.</summary>
    public async Task AskAsync(ServiceCaller caller, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(promises.Kept.GroupBy(promise => promise.Case, StringComparer.Ordinal), options, async (promised, stop) =>
            Judge("the service", promised, await ShownAsync(caller, promised.Key, stop)));
        await Parallel.ForEachAsync(promises.Kept.Where(promise => promise.Asked is not null), options, async (promise, stop) =>
        {
            var asked = promise.Asked!;
            var answer = await caller.PostAsync(promise.Applicant, asked.Path, asked.Body, asked.Key, stop);
            if (!answer.Repeats(promise))
            {
                findings.Add(Wrong.Answered, $"Key {asked.Key} was answered version {promise.Version} of {promise.Case}, and is now answered {answer}.");
            }
        });
    }

    /// <summary>Reads the data file.</summary>
    /// <param name="cases">What is in it.</param>
    /// <param name="now">The service's time, in Unix milliseconds.</param>
    public void Read(IReadOnlyList<StoredCase> cases, long now)
    {
        var byId = cases.ToDictionary(stored => stored.Id, StringComparer.Ordinal);
        foreach (var promised in promises.Kept.GroupBy(promise => promise.Case, StringComparer.Ordinal))
        {
            Judge("the file", promised, byId.GetValueOrDefault(promised.Key)?.Journal ?? []);
        }

        // Nobody applied but those who were told so, and those whose answer was lost on the way.
        var known = promises.Kept.Select(promise => promise.Case).Distinct(StringComparer.Ordinal).Count();
        if (cases.Count < known + promises.Unclaimed)
        {
            findings.Add(Wrong.Lost, $"{cases.Count} cases, where {known} are known by name and {promises.Unclaimed} more were told of.");
        }

        if (cases.Count > known + promises.Unanswered)
        {
            findings.Add(Wrong.Doubled, $"{cases.Count} cases, where {known} are known by name and {promises.Unanswered} more may be.");
        }

        ReadPeople(byId);
        foreach (var stored in cases)
        {
            ReadCase(stored, now);
        }
    }

    /// <summary>Reads the agencies' books beside the data file: what a settled case was owed is granted once, and nothing else is.</summary>
    public void Audit(IReadOnlyList<StoredCase> cases, IReadOnlyList<GrantInBooks> books)
    {
        var granted = books.ToLookup(grant => grant.Case, StringComparer.Ordinal);
        var settled = cases.Where(stored => stored.Status is "settled").ToDictionary(stored => stored.Id, StringComparer.Ordinal);
        foreach (var same in books.GroupBy(grant => (grant.Case, grant.Benefit, grant.Person)).Where(same => same.Count() > 1))
        {
            findings.Add(Wrong.Doubled, $"{same.Key.Benefit} was granted {same.Count()} times to one person of case {same.Key.Case}.");
        }

        foreach (var stranger in granted.Where(of => !settled.ContainsKey(of.Key)))
        {
            findings.Add(Wrong.Doubled, $"{stranger.Count()} benefits were granted to case {stranger.Key}, which is not settled.");
        }

        foreach (var stored in settled.Values)
        {
            // Health for each, education for the settler and each child at school: the grant itself names them.
            var owed = Owed(stored);
            var had = granted[stored.Id].Select(grant => grant.Benefit).Order(StringComparer.Ordinal).ToList();
            if (!owed.SequenceEqual(had, StringComparer.Ordinal))
            {
                findings.Add(owed.Count > had.Count ? Wrong.Lost : Wrong.Doubled, $"Case {stored.Id} was owed {string.Join(", ", owed)}, and granted {string.Join(", ", had)}.");
            }
        }
    }

    private static List<string> Owed(StoredCase settled)
    {
        using var grant = JsonDocument.Parse(settled.Journal.Single(entry => entry.Type is "settlementGranted").Event);
        return [.. grant.RootElement.GetProperty("benefits").EnumerateArray().Select(benefit => benefit.GetProperty("kind").GetString()!).Order(StringComparer.Ordinal)];
    }

    // One open case a person: another one only after the one before was closed.
    private void ReadPeople(Dictionary<string, StoredCase> cases)
    {
        foreach (var person in promises.Kept.GroupBy(promise => promise.Person))
        {
            var theirs = person.Select(promise => promise.Case).Distinct(StringComparer.Ordinal).Where(cases.ContainsKey).Select(id => cases[id]).Where(stored => stored.Journal.Count > 0).OrderBy(stored => stored.Journal[0].At).ToList();
            foreach (var (first, second) in theirs.Zip(theirs.Skip(1)))
            {
                if (first.Journal.FirstOrDefault(entry => entry.Type is "caseSettled" or "applicationWithdrawn") is not { } closing || closing.At > second.Journal[0].At)
                {
                    findings.Add(Wrong.Doubled, $"Cases {first.Id} and {second.Id} of person {person.Key} were open at once.");
                }
            }
        }
    }

    private void ReadCase(StoredCase stored, long now)
    {
        if (!stored.Journal.Select(entry => entry.Version).SequenceEqual(Enumerable.Range(1, stored.Journal.Count)))
        {
            findings.Add(Wrong.Broken, $"Case {stored.Id} has entries {string.Join(' ', stored.Journal.Select(entry => entry.Version))}.");
        }

        if (stored.Journal.Zip(stored.Journal.Skip(1)).Any(pair => pair.Second.At < pair.First.At))
        {
            findings.Add(Wrong.Broken, $"The times of case {stored.Id} go backwards.");
        }

        // Somebody's word is what these wait for; everything else waits for a day.
        var waitsForPeople = stored.IsClosed || stored.Status is "forReview" or "suspended";
        if (stored.NextWake is { } wake ? wake <= now : !waitsForPeople)
        {
            findings.Add(Wrong.Stuck, $"Case {stored.Id} is {stored.Status} with wake {stored.NextWake}, and it is {now}.");
        }
    }

    private void Judge(string where, IEnumerable<Promise> promised, IReadOnlyList<StoredEntry> journal)
    {
        foreach (var kind in promised.GroupBy(promise => (promise.Event, promise.Mark)))
        {
            var found = journal.Where(entry => string.Equals(entry.Type, kind.Key.Event, StringComparison.Ordinal) && entry.Event.Contains(kind.Key.Mark, StringComparison.Ordinal)).ToList();
            foreach (var promise in kind.Where(promise => !found.Exists(entry => entry.Version <= promise.Version) || journal.Count < promise.Version))
            {
                findings.Add(Wrong.Lost, $"{where} does not have {promise.Event} by version {promise.Version} of case {promise.Case}.");
            }

            if (found.Count != kind.Count())
            {
                findings.Add(found.Count < kind.Count() ? Wrong.Lost : Wrong.Doubled, $"{where} has {kind.Key.Event} {kind.Key.Mark} {found.Count} times in case {kind.First().Case}, and it was acknowledged {kind.Count()} times.");
            }
        }
    }

    private async Task<List<StoredEntry>> ShownAsync(ServiceCaller caller, string id, CancellationToken cancellationToken)
    {
        var entries = new List<StoredEntry>();
        string? cursor = null;
        do
        {
            var answer = await caller.GetAsync(ServiceCaller.Auditor, $"api/cases/{id}/journal?limit=200{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", cancellationToken);
            if (answer.Status != HttpStatusCode.OK)
            {
                findings.Add(Wrong.Answered, $"The journal of case {id} was answered {answer}.");
                break;
            }

            entries.AddRange(answer.Body.GetProperty("items").EnumerateArray().Select(item => new StoredEntry(
                item.GetProperty("version").GetInt32(),
                InstantPattern.ExtendedIso.Parse(item.GetProperty("at").GetString()!).Value.ToUnixTimeMilliseconds(),
                item.GetProperty("event").GetRawText(),
                item.GetProperty("hash").GetString()!)));
            cursor = answer.Body.GetProperty("cursor").GetString();
        }
        while (cursor is not null);

        return entries;
    }
}
