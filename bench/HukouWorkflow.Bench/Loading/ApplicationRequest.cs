using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Bench.Loading;

/// <summary>An application as the bytes of an HTTP/1.1 request, rendered once and then made over in place to the next person's.</summary>
internal sealed class ApplicationRequest
{
    private const string PersonMark = "PPPPPPPPPP";
    private const string ResidentIdMark = "RRRRRRRRRRRRRRRRRR";
    private const string DistrictMark = "DDDDDD";

    // The nine districts of the main city, where five years are asked for.
    private static readonly byte[][] Districts =
        [.. new[] { "500103", "500104", "500105", "500106", "500107", "500108", "500109", "500112", "500113" }.Select(Encoding.ASCII.GetBytes)];

    private readonly byte[] _bytes;
    private readonly IReadOnlyList<int> _persons;
    private readonly int _residentId;
    private readonly int _district;

    /// <summary>Renders it.</summary>
    /// <param name="host">What the Host header says.</param>
    /// <param name="token">The applicant's bearer token.</param>
    /// <param name="residenceFrom">When the residence began.</param>
    public ApplicationRequest(string host, string token, LocalDate residenceFrom)
    {
        var body = Body(residenceFrom);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /api/applications HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: apply-{PersonMark}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        _bytes = Encoding.UTF8.GetBytes(text);
        _persons = [.. Find(PersonMark)];
        _residentId = Find(ResidentIdMark).Single();
        _district = Find(DistrictMark).Single();
    }

    /// <summary>The request of one person. It holds until the next is asked for.</summary>
    public ReadOnlyMemory<byte> Of(int person)
    {
        foreach (var place in _persons)
        {
            person.TryFormat(_bytes.AsSpan(place), out _, "D10", CultureInfo.InvariantCulture);
        }

        SyntheticPerson.WriteResidentId(person, _bytes.AsSpan(_residentId));
        Districts[person % Districts.Length].CopyTo(_bytes, _district);
        return _bytes;
    }

    private static string Body(LocalDate from)
    {
        var (left, back, worked, insured) = (Text(from.PlusDays(100)), Text(from.PlusDays(130)), Text(from.PlusDays(7)), Text(from.PlusDays(31)));
        return $$$"""
            {"applicant":{"name":"王秀英","residentId":"{{{ResidentIdMark}}}","phone":"+8613800000000","language":"zh-CN"},"origin":{"division":"500230","registration":"municipal","hukou":"rural"},"destination":{"city":"500000","district":"{{{DistrictMark}}}","address":"重庆市某街道某号{{{PersonMark}}}"},"residence":{"from":"{{{Text(from)}}}","basis":"registration","permitNumber":"CQ-{{{PersonMark}}}","dwelling":"leased","absences":[{"from":"{{{left}}}","to":"{{{back}}}"}]},"employment":[{"employer":"91350100M000100Y43","kind":"contract","from":"{{{worked}}}","to":null}],"insurance":[{"from":"{{{insured}}}","to":null}],"landElection":"keep","consent":{"automaticGrant":true,"registerChecks":true}}
            """;
    }

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private IEnumerable<int> Find(string mark)
    {
        var bytes = Encoding.ASCII.GetBytes(mark);
        for (var start = 0; _bytes.AsSpan(start).IndexOf(bytes) is >= 0 and var offset; start += offset + bytes.Length)
        {
            yield return start + offset;
        }
    }
}
