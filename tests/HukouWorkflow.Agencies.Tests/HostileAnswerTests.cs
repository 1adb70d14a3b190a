using FsCheck.Xunit;
using HukouWorkflow.Core.Cases;
using Microsoft.AspNetCore.Http;

namespace HukouWorkflow.Agencies.Tests;

public sealed class HostileAnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("""{"outcome":"perhaps"}""", "application/json")]
    [InlineData("""{"outcome":"Confirmed"}""", "application/json")]
    [InlineData("""{"outcome":7}""", "application/json")]
    [InlineData("""{"outcome":"\ud800"}""", "application/json")]
    [InlineData("""{"outcome":"confirmed","reason":"\ud800"}""", "application/json")]
    [InlineData("""{"reason":"recordsDiffer"}""", "application/json")]
    [InlineData("""{"outcome":"granted"}""", "application/json")]
    [InlineData("""{"outcome":"granted","reference":""}""", "application/json")]
    [InlineData("""{"outcome":"granted","reference":"A\nB"}""", "application/json")]
    [InlineData("""{"outcome":"granted","reference":"EDU/500230198803152247"}""", "application/json")]
    [InlineData("""{"outcome":"granted","reference":"A"}""", "text/html")]
    [InlineData("""{"outcome":"confirmed"}""", "text/plain")]
    [InlineData("<html><body>Login</body></html>", "text/html")]
    public async Task Given_an_answer_that_means_nothing_When_it_is_read_Then_it_is_no_answer(string body, string contentType)
    {
        await using var agency = await ScriptedAgency.AnsweringAsync(body, contentType);
        using var clients = new Clients(agency.Address);

        var benefit = await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(), Cancellation);
        Assert.Equal(new(null, Declined: false, "malformedAnswer"), benefit);

        var register = await clients.Registers.AskAsync(Register.Housing, Settlers.Inquiry(), Cancellation);
        Assert.Equal(new(null, "malformedAnswer"), register);
        Assert.Equal(2, agency.Received);
    }

    [Fact]
    public async Task Given_an_answer_that_is_no_utf8_When_it_is_read_Then_it_is_no_answer()
    {
        await using var agency = await ScriptedAgency.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json; charset=utf-16";
            await context.Response.Body.WriteAsync("{\"outcome\":\""u8.ToArray().Concat(new byte[] { 0xFF, 0xFE }).Concat("\"}"u8.ToArray()).ToArray());
        });
        using var clients = new Clients(agency.Address);

        Assert.Equal(new(null, "malformedAnswer"), await clients.Registers.AskAsync(Register.Housing, Settlers.Inquiry(), Cancellation));
    }

    [Theory]
    [InlineData("99999999")]
    [InlineData("2147483647")]
    public async Task Given_an_agency_that_says_to_come_back_in_years_When_it_is_asked_Then_the_call_goes_on_as_ever(string retryAfter)
    {
        await using var agency = await ScriptedAgency.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });
        using var clients = new Clients(agency.Address);

        Assert.Equal(new(null, "http-503"), await clients.Registers.AskAsync(Register.Housing, Settlers.Inquiry(), Cancellation));
        Assert.Equal(3, agency.Received);
    }

    [Fact]
    public async Task Given_an_answer_of_a_megabyte_When_it_is_read_Then_it_is_no_answer_and_is_not_asked_for_again()
    {
        await using var agency = await ScriptedAgency.AnsweringAsync("""{"outcome":"confirmed","reason":" """ + new string('x', 1 << 20) + "\"}");
        using var clients = new Clients(agency.Address);

        var reply = await clients.Registers.AskAsync(Register.Housing, Settlers.Inquiry(), Cancellation);

        Assert.Equal(new(null, "malformedAnswer"), reply);
        Assert.Equal(1, agency.Received);
    }

    [Fact]
    public async Task Given_an_answer_that_never_ends_When_the_attempt_times_out_Then_the_call_ends()
    {
        var time = new WatchedTime();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var agency = await ScriptedAgency.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var clients = new Clients(agency.Address, options => options with { Attempts = 1 }, time);

        var asking = clients.Registers.AskAsync(Register.Housing, Settlers.Inquiry(), Cancellation);
        await begun.Task.WaitAsync(Cancellation);
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(new(null, "timeout"), await asking);
    }

    [Theory]
    [InlineData("recordsDiffer", "recordsDiffer")]
    [InlineData("a-1", "a-1")]
    [InlineData("王秀英 has left", "unspecified")]
    [InlineData("500230198803152247", "unspecified")]
    [InlineData("no-500230201505010018-known", "unspecified")]
    [InlineData("two words", "unspecified")]
    [InlineData("", "unspecified")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "unspecified")]
    public async Task Given_a_reason_When_it_is_no_code_or_names_the_person_Then_it_is_unspecified(string reason, string code)
    {
        await using var agency = await ScriptedAgency.StartAsync(context => context.Response.WriteAsJsonAsync(new
        {
            outcome = context.Request.Path.StartsWithSegments("/registers", StringComparison.Ordinal) ? "contradicted" : "declined",
            reason,
        }));
        using var clients = new Clients(agency.Address);

        Assert.Equal(new(CheckOutcome.Contradicted, code), await clients.Registers.AskAsync(Register.Population, Settlers.Inquiry(), Cancellation));
        Assert.Equal(new(null, Declined: true, code), await clients.Benefits.RequestAsync(BenefitKind.Education, Settlers.Inquiry(), Cancellation));
    }

    [Fact]
    public async Task Given_a_name_in_latin_letters_When_the_reason_holds_it_Then_it_is_unspecified()
    {
        await using var agency = await ScriptedAgency.AnsweringAsync("""{"outcome":"unknown","reason":"no-record-of-Aygul-2"}""");
        using var clients = new Clients(agency.Address);
        var inquiry = Settlers.Inquiry() with { Personal = Settlers.Personal with { Name = "aygul" } };

        Assert.Equal(new(CheckOutcome.Unknown, "unspecified"), await clients.Registers.AskAsync(Register.Housing, inquiry, Cancellation));
    }

    [Property]
    public bool Given_any_text_When_an_agency_says_it_Then_only_a_code_or_a_reference_is_kept(string? text)
    {
        var code = AgencyText.CodeOf(text, Settlers.Personal);
        var reference = AgencyText.ReferenceOf(text, Settlers.Personal) ?? "none";
        return code.Length is > 0 and <= 64 && code.All(IsCode) && reference.Length is > 0 and <= 64 && reference.All(letter => IsCode(letter) || letter == '/');
    }

    private static bool IsCode(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '-';

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(307)]
    public async Task Given_a_status_that_no_retry_mends_When_it_is_read_Then_there_is_no_answer_and_one_attempt(int status)
    {
        await using var elsewhere = await ScriptedAgency.AnsweringAsync("""{"outcome":"confirmed"}""");
        await using var agency = await ScriptedAgency.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = elsewhere.Address.AbsoluteUri;
            return Task.CompletedTask;
        });
        using var clients = new Clients(agency.Address);

        Assert.Equal(new(null, $"http-{status}"), await clients.Registers.AskAsync(Register.Population, Settlers.Inquiry(), Cancellation));
        Assert.Equal(new(null, Declined: false, $"http-{status}"), await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(), Cancellation));
        Assert.Equal(2, agency.Received);
        Assert.Equal(0, elsewhere.Received);
    }
}
