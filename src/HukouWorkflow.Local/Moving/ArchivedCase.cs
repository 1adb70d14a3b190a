using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Local.Moving;

/// <summary>A case as a line of an archive. Bytes are base64, instants Unix milliseconds. Format 1: fields may be added, never changed.</summary>
internal sealed record ArchivedCase(
    string Id,
    int Version,
    byte[] Head,
    string? Person,
    IReadOnlyList<ArchivedCase.Entry> Journal,
    IReadOnlyList<ArchivedCase.Item> Personal,
    IReadOnlyList<ArchivedCase.Answer> Answers)
{
    /// <summary>The line of a case.</summary>
    public static ArchivedCase Of(StoredCase stored) => new(
        stored.Id.ToString(),
        stored.Version,
        stored.Head.ToArray(),
        stored.Person?.Hex,
        [.. stored.Journal.Select(entry => new Entry(entry.Version, entry.At.ToUnixTimeMilliseconds(), entry.Payload.ToArray(), entry.Hash.ToArray()))],
        [.. stored.Personal.Select(item => new Item(item.No, item.Bytes.ToArray()))],
        [.. stored.Answers.Select(answer => new Answer(answer.Key.ToArray(), answer.Body.ToArray(), answer.Version))]);

    /// <summary>The case of a line.</summary>
    /// <exception cref="FormatException">The id or the person is none.</exception>
    public StoredCase ToStored()
    {
        var id = CaseId.TryParse(Id, out var read) ? read : throw new FormatException("its id is no case id");
        return new StoredCase
        {
            Id = id,
            Version = Version,
            Head = Head,
            Person = Person is null ? null : PersonKey.FromBytes(Convert.FromHexString(Person)),
            Journal = [.. Journal.Select(entry => new StoredEntry(entry.Version, Instant.FromUnixTimeMilliseconds(entry.At), entry.Payload, entry.Hash))],
            Personal = [.. Personal.Select(item => new SealedItem(item.No, item.Bytes))],
            Answers = [.. Answers.Select(answer => new IdempotentAnswer(answer.Key, answer.Body, id, answer.Version))],
        };
    }

    /// <summary>An entry of the journal.</summary>
    internal sealed record Entry(int Version, long At, byte[] Payload, byte[] Hash);

    /// <summary>A sealed item of personal data.</summary>
    internal sealed record Item(int No, byte[] Bytes);

    /// <summary>An answer under an idempotency key.</summary>
    internal sealed record Answer(byte[] Key, byte[] Body, int Version);
}
