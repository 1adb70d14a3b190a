using System.Text;
using System.Text.Json;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>
/// A journal as it was stored: one line an entry, with its version, instant, hash and the event's very bytes.
/// <c>tests/golden/README.md</c> says how one is added.
/// </summary>
internal static class GoldenJournal
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "golden");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.jsonl").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    public static List<Entry> Read(string name) => [.. File.ReadLines(Path.Combine(Folder, name + ".jsonl")).Select(ReadLine)];

    public static CaseState Fold(IEnumerable<Entry> entries) =>
        entries.Aggregate(CaseState.Before(Applications.Id), (state, entry) => state.Apply(EventJson.Read(entry.Payload), entry.At));

    /// <summary>Writes a journal that is not there yet. One that is there is never written again.</summary>
    public static void Add(string folder, string name, IEnumerable<(Instant At, CaseEvent Event)> journal)
    {
        var hash = JournalHash.Seed.ToArray();
        var entries = new List<Entry>();
        foreach (var (at, happened) in journal)
        {
            var payload = EventJson.Write(happened);
            var next = new byte[JournalHash.Length];
            JournalHash.Next(hash, entries.Count + 1, at, payload, next);
            entries.Add(new Entry(entries.Count + 1, at, next, payload));
            hash = next;
        }

        using var lines = new StreamWriter(new FileStream(Path.Combine(folder, name + ".jsonl"), FileMode.CreateNew));
        lines.NewLine = "\n";
        foreach (var entry in entries)
        {
            lines.WriteLine($$"""{"version":{{entry.Version}},"at":"{{InstantPattern.ExtendedIso.Format(entry.At)}}","hash":"{{Convert.ToHexStringLower(entry.Hash)}}","event":{{Encoding.UTF8.GetString(entry.Payload)}}}""");
        }

        using var state = new StreamWriter(new FileStream(Path.Combine(folder, name + ".state.json"), FileMode.CreateNew));
        state.Write(StateText.Of(Fold(entries)) + "\n");
    }

    private static Entry ReadLine(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new Entry(
            root.GetProperty("version").GetInt32(),
            InstantPattern.ExtendedIso.Parse(root.GetProperty("at").GetString()!).Value,
            Convert.FromHexString(root.GetProperty("hash").GetString()!),
            Encoding.UTF8.GetBytes(root.GetProperty("event").GetRawText()));
    }

    internal sealed record Entry(int Version, Instant At, byte[] Hash, byte[] Payload);
}
