using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Azure;
using Azure.Data.Tables;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Tables.Tests.Protocol;

public sealed class FaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_busy_service_that_says_when_to_retry_When_a_row_is_read_Then_the_client_waits_that_long()
    {
        var wait = TimeSpan.FromSeconds(1);
        using var stub = new StubTransport(
            () =>
            {
                var busy = StubTransport.Error(HttpStatusCode.ServiceUnavailable, "ServerBusy");
                busy.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
                return busy;
            },
            () => StubTransport.Error(HttpStatusCode.NotFound, "ResourceNotFound"));
        var options = new TableClientOptions { Transport = stub.Transport, Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } };
        var watch = Stopwatch.StartNew();

        var row = await Cases(options).GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Ct);

        Assert.Equal((false, 2), (row.HasValue, stub.Requests.Count));
        Assert.InRange(watch.Elapsed, wait * 0.9, TimeSpan.MaxValue);
    }

    [Fact]
    public async Task Given_a_service_that_stays_busy_When_a_transaction_is_submitted_Then_its_status_and_code_come_after_the_retries()
    {
        using var stub = new StubTransport(() => StubTransport.Error(HttpStatusCode.ServiceUnavailable, "ServerBusy"));
        var options = new TableClientOptions { Transport = stub.Transport, Retry = { MaxRetries = 2, Delay = TimeSpan.Zero } };

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Cases(options).SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "r"))], Ct));

        Assert.Equal((503, "ServerBusy", 3), (error.Status, error.ErrorCode, stub.Requests.Count));
    }

    [Fact]
    public async Task Given_an_answer_cut_short_When_a_transaction_is_submitted_Then_it_is_not_taken_for_done()
    {
        using var stub = new StubTransport(() => new(HttpStatusCode.Accepted)
        {
            Content = new StringContent("--batchresponse_1\r\n") { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=batchresponse_1") } },
        });
        var options = new TableClientOptions { Transport = stub.Transport, Retry = { MaxRetries = 0 } };

        await Assert.ThrowsAnyAsync<Exception>(() => Cases(options).SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "r"))], Ct));
    }

    [Fact]
    public async Task Given_a_service_that_stops_When_it_is_started_again_Then_its_data_is_there_at_the_same_address()
    {
        await using var azurite = await Azurite.StartAsync(keepsData: true);
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        var service = new TableServiceClient(azurite.ConnectionString, options);
        var table = service.GetTableClient("cases");
        await service.CreateTableIfNotExistsAsync(table.Name, Ct);
        await table.AddEntityAsync(new TableEntity("p", "r") { ["x"] = 1 }, Ct);

        await azurite.StopAsync();
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Ct));
        Assert.Equal(0, error.Status);

        await azurite.StartAgainAsync();
        Assert.Equal(1, (await table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Ct)).Value?.GetInt32("x"));
    }

    private static TableClient Cases(TableClientOptions options) => new TableServiceClient("UseDevelopmentStorage=true", options).GetTableClient("cases");
}
