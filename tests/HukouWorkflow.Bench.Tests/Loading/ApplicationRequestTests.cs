using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using HukouWorkflow.Bench.Loading;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Bench.Tests.Loading;

public sealed partial class ApplicationRequestTests
{
    private readonly ApplicationRequest _request = new("127.0.0.1:7071", "a-token", new LocalDate(2021, 3, 4));

    [Property]
    public void Given_anybody_When_they_apply_Then_their_number_is_one(uint person)
    {
        var id = ResidentIdOf((int)(person % SyntheticPerson.Count));
        Assert.True(ResidentId.TryParse(id, out _, out var fault), $"{id}: {fault}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19_999_000)]
    [InlineData(1_999_990_000)]
    public void Given_many_people_in_a_row_When_they_apply_Then_no_two_share_a_number_or_a_key(int first)
    {
        var people = Enumerable.Range(first, 10_000).ToList();
        Assert.Equal(people.Count, people.Select(ResidentIdOf).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(people.Count, people.Select(KeyOf).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Given_an_earlier_person_When_the_next_applies_Then_the_request_is_still_whole()
    {
        _request.Of(1_999_999_999);
        var text = Encoding.UTF8.GetString(_request.Of(7).Span);
        var headEnds = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var body = text[headEnds..];
        Assert.Contains($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n", text[..headEnds], StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer a-token\r\n", text[..headEnds], StringComparison.Ordinal);
        using var application = JsonDocument.Parse(body);
        Assert.Equal("2021-03-04", application.RootElement.GetProperty("residence").GetProperty("from").GetString());
        Assert.Equal(ResidentIdOf(7), application.RootElement.GetProperty("applicant").GetProperty("residentId").GetString());
    }

    private static string ResidentIdOf(int person)
    {
        var bytes = new byte[18];
        SyntheticPerson.WriteResidentId(person, bytes);
        return Encoding.ASCII.GetString(bytes);
    }

    private string KeyOf(int person) => KeyHeader().Match(Encoding.UTF8.GetString(_request.Of(person).Span)).Value;

    [GeneratedRegex("Idempotency-Key: [!-~]{1,64}(?=\r\n)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyHeader();
}
