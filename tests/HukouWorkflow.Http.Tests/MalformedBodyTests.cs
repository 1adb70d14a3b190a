using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HukouWorkflow.Http.Tests.Service;

namespace HukouWorkflow.Http.Tests;

/// <summary>Bodies that cannot be read as what they should be.</summary>
public sealed class MalformedBodyTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly Settler _settler = Settler.Born("19880315");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("   ", 1, 4)]
    [InlineData("{", 1, 2)]
    [InlineData("{\n  \"applicant\": }", 2, 16)]
    [InlineData("[1,2", 1, 5)]
    [InlineData("{\"consent\":null,}", 1, 17)]
    [InlineData("{\"a\":1,\n\"\\ud800\":1}", 2, 1)]
    [InlineData("{\"a\":\n  \"\\udc00x\"}", 2, 3)]
    [InlineData("/* hello */ {}", 1, 1)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("{\"consent\":NaN}", 1, 12)]
    [InlineData("{\"consent\":'x'}", 1, 12)]
    [InlineData("\uFEFF{}", 1, 1)]
    [InlineData("{\"applicant\":{\"name\":\"a\tb\"}}", 1, 24)]
    public async Task Given_a_body_that_is_no_JSON_When_applying_Then_line_and_byte_are_named(string body, int line, int position)
    {
        using var answer = await service.As(_settler).SendTextAsync("/api/applications", body);
        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "input");

        Assert.Contains($"line {line} at byte {position}", problem["errors"]![""]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("\"x\"")]
    [InlineData("true")]
    public async Task Given_a_body_that_is_no_object_When_applying_or_stating_or_estimating_Then_an_object_is_asked_for(string body)
    {
        var address = await service.ApplyAsync(_settler, Forms.Application(_settler));
        foreach (var call in (string[])["/api/applications", address + "/events", address + "/evidence", address + "/withdrawal", "/api/estimates"])
        {
            using var answer = await service.As(_settler).SendTextAsync(call, body);
            var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "input");
            Assert.Contains("object", problem["errors"]![""]![0]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Given_bytes_that_are_no_UTF8_When_applying_Then_they_are_refused()
    {
        using var answer = await service.As(_settler).SendBytesAsync("/api/applications", [.. "{\"applicant\":{\"name\":\""u8, 0xC3, 0x28, .. "\"}}"u8]);
        Assert.NotEmpty(await answer.WrongAsync());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public async Task Given_a_body_nested_too_deep_When_applying_Then_it_is_refused(int depth)
    {
        using var answer = await service.As(_settler).SendTextAsync("/api/applications", "{\"applicant\":" + new string('[', depth) + new string(']', depth) + "}");
        Assert.NotEmpty(await answer.WrongAsync());
    }

    [Fact]
    public async Task Given_a_field_given_twice_When_applying_Then_it_is_named()
    {
        var form = Forms.Application(_settler).With("/landElection", "keep").ToJsonString()
            .Replace("\"landElection\":", "\"landElection\":\"exit\",\"landElection\":", StringComparison.Ordinal)
            .Replace("\"automaticGrant\":", "\"automaticGrant\":false,\"automaticGrant\":", StringComparison.Ordinal);
        using var answer = await service.As(_settler).SendTextAsync("/api/applications", form);
        Assert.Equal("/consent/automaticGrant /landElection", string.Join(' ', await answer.WrongAsync()));
    }

    [Fact]
    public async Task Given_an_address_by_a_method_it_does_not_know_When_called_Then_405()
    {
        using var answer = await service.As(_settler).DeleteAsync(new Uri("/api/applications", UriKind.Relative), Ct);
        await answer.ProblemAsync(HttpStatusCode.MethodNotAllowed, "method");
        Assert.Contains("POST", answer.Content.Headers.Allow, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Given_no_body_When_applying_Then_everything_required_is_named()
    {
        using var answer = await service.As(_settler).PostAsync(new Uri("/api/applications", UriKind.Relative), null, Ct);
        Assert.Equal("/applicant /consent /destination /origin /residence", string.Join(' ', await answer.WrongAsync()));
    }

    [Fact]
    public async Task Given_no_body_When_withdrawing_Then_the_application_is_taken_back()
    {
        var address = await service.ApplyAsync(_settler, Forms.Application(_settler));
        using var answer = await service.As(_settler).PostAsync(new Uri(address + "/withdrawal", UriKind.Relative), null, Ct);
        await answer.BodyAsync(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=gb18030")]
    [InlineData("application/xml")]
    public async Task Given_another_content_type_When_applying_Then_415(string? type)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var answer = await service.As(_settler).PostAsync(new Uri("/api/applications", UriKind.Relative), content, Ct);
        await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "contentType");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_body_over_256_KiB_When_applying_Then_413_whether_its_length_was_declared_or_not(bool declared)
    {
        var body = Encoding.UTF8.GetBytes(new string(' ', 256 * 1024) + "{}");
        using HttpContent content = declared ? new ByteArrayContent(body) : new StreamContent(new Undeclared(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await service.As(_settler).PostAsync(new Uri("/api/applications", UriKind.Relative), content, Ct);
        var problem = await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "tooLarge");
        Assert.Contains("262144", problem.Text("/detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_body_of_exactly_256_KiB_When_estimating_Then_it_is_read()
    {
        var body = Encoding.UTF8.GetBytes(new string(' ', (256 * 1024) - 2) + "{}");
        using var answer = await service.Anyone.SendBytesAsync("/api/estimates", body);
        Assert.Equal("/destination", string.Join(' ', await answer.WrongAsync()));
    }

    private sealed class Undeclared(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
