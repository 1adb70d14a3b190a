using System.Diagnostics.CodeAnalysis;
using System.Net;
using Azure.Core.Pipeline;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using HukouWorkflow.Testing.Emulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace HukouWorkflow.Tables.Tests;

public sealed class OutageTests(AzuriteFixture azurite)
{
    private const string WrongKey = "d3Jvbmcga2V5IHdyb25nIGtleSB3cm9uZyBrZXkgd3JvbmcgISE=";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_storage_stopped_in_the_middle_When_it_is_started_again_Then_calls_say_so_meanwhile_and_nothing_is_lost_or_doubled()
    {
        await using var own = await Azurite.StartAsync(keepsData: true);
        var storage = new TestStorage(own);
        using var store = await storage.OpenAsync(options => new FaultyPipeline().Under(options, retries: 1));
        var first = AppendKinds.Of("first")[0];
        await store.AppendAsync(first, Ct);
        var next = Cases.Viewed(first.State) with { Answer = new IdempotentAnswer(Cases.Key(5), Cases.Key(6), first.State.Id, 2) };

        await own.StopAsync();
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AppendAsync(next, Ct));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.LoadAsync(first.State.Id, Ct));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CountAsync(Ct));
        await own.StartAgainAsync();

        Assert.Contains(own.TableEndpoint.Authority, refused.Message, StringComparison.Ordinal);
        Assert.IsType<AppendResult.Appended>(await store.AppendAsync(next, Ct));
        Assert.IsType<AppendResult.AnsweredBefore>(await store.AppendAsync(next, Ct));
        Assert.Equal(2, (await store.LoadAsync(first.State.Id, Ct))!.Version);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Given_storage_that_is_busy_When_it_says_for_how_long_Then_it_is_left_alone_as_long_and_then_the_append_goes_on(HttpStatusCode status)
    {
        var storage = await TestStorage.CreateAsync(azurite);
        using var busy = new BusyHandler(status);
        using var store = await storage.OpenAsync(options => Through(options, busy));
        busy.Refusals = 1;
        var append = Cases.Received(Cases.NewId());

        Assert.IsType<AppendResult.Appended>(await store.AppendAsync(append, Ct));

        Assert.True(busy.Pause >= TimeSpan.FromSeconds(0.95), busy.Pause.ToString());
    }

    [Fact]
    public async Task Given_storage_that_stays_busy_When_an_append_is_made_Then_the_store_is_unavailable_and_nothing_is_written()
    {
        var storage = await TestStorage.CreateAsync(azurite);
        using var busy = new BusyHandler(HttpStatusCode.ServiceUnavailable) { RetryAfter = "0" };
        using var store = await storage.OpenAsync(options => Through(options, busy));
        busy.Refusals = int.MaxValue;
        var append = Cases.Received(Cases.NewId());

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AppendAsync(append, Ct));
        busy.Refusals = 0;

        Assert.Contains("busy", refused.Message, StringComparison.Ordinal);
        Assert.Null(await store.LoadAsync(append.State.Id, Ct));
        Assert.IsType<AppendResult.Appended>(await store.AppendAsync(append, Ct));
    }

    [Fact]
    public async Task Given_a_key_withdrawn_at_work_When_a_case_is_read_Then_the_store_is_unavailable_and_says_what_to_do()
    {
        var storage = await TestStorage.CreateAsync(azurite);
        using var busy = new BusyHandler(HttpStatusCode.Forbidden);
        using var store = await storage.OpenAsync(options => Through(options, busy));
        busy.Refusals = int.MaxValue;

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.LoadAsync(Cases.NewId(), Ct));

        Assert.Contains("refuses this service's key or identity", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_wrong_key_When_the_store_is_opened_Then_it_refuses_without_telling_the_key()
    {
        var server = await azurite.GetAsync();
        var refused = await RefusedAsync(server.ConnectionString.Replace(Azurite.AccountKey, WrongKey, StringComparison.Ordinal));

        Assert.Contains("refuses this service's key", refused.Message, StringComparison.Ordinal);
        Assert.Contains(server.TableEndpoint.Authority, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(WrongKey, refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AccountName=a;AccountKey=" + WrongKey)]
    [InlineData("DefaultEndpointsProtocol=https;AccountKey=" + WrongKey + ";EndpointSuffix=core.windows.net")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=not base64 " + WrongKey + ";EndpointSuffix=core.windows.net")]
    public async Task Given_a_connection_string_that_says_nothing_usable_When_the_store_is_opened_Then_it_refuses_without_telling_the_key(string connectionString)
    {
        var refused = await RefusedAsync(connectionString);

        Assert.DoesNotContain(WrongKey, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_nobody_at_the_address_When_the_store_is_opened_Then_it_refuses_and_names_the_host()
    {
        var refused = await RefusedAsync($"DefaultEndpointsProtocol=http;AccountName=a;AccountKey={WrongKey};TableEndpoint=http://127.0.0.1:9/a;");

        Assert.Contains("127.0.0.1:9 does not answer", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(WrongKey, refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9lives")]
    [InlineData("with-hyphen")]
    public async Task Given_a_prefix_no_table_can_have_When_the_store_is_opened_Then_it_refuses(string prefix)
    {
        var options = new TableStoreOptions { ConnectionString = "UseDevelopmentStorage=true", Prefix = prefix };

        await Assert.ThrowsAsync<StorageRefusedException>(() => TableCaseStore.OpenAsync(options, TimeProvider.System, NullLogger<TableCaseStore>.Instance, Ct));
    }

    private static Task<StorageRefusedException> RefusedAsync(string connectionString)
    {
        var options = new FaultyPipeline().Under(new TableStoreOptions { ConnectionString = connectionString });
        return Assert.ThrowsAsync<StorageRefusedException>(() => TableCaseStore.OpenAsync(options, TimeProvider.System, NullLogger<TableCaseStore>.Instance, Ct));
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The handler owns nothing, and the client lives as long as the test.")]
    private static TableStoreOptions Through(TableStoreOptions options, BusyHandler busy) => options with
    {
        ConfigureClient = client =>
        {
            client.Retry.MaxRetries = 1;
            client.Retry.Delay = TimeSpan.FromMilliseconds(1);
            client.Transport = new HttpClientTransport(new HttpClient(busy, disposeHandler: false));
        },
    };

    /// <summary>Storage that refuses a number of requests before it answers again.</summary>
    private sealed class BusyHandler(HttpStatusCode status) : DelegatingHandler(new SocketsHttpHandler())
    {
        private long _refusedAt;

        public int Refusals { get; set; }

        public string RetryAfter { get; init; } = "1";

        /// <summary>From the last refusal to the request that followed.</summary>
        public TimeSpan Pause { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_refusedAt != 0)
            {
                Pause = System.Diagnostics.Stopwatch.GetElapsedTime(_refusedAt);
                _refusedAt = 0;
            }

            if (Refusals == 0)
            {
                return base.SendAsync(request, cancellationToken);
            }

            Refusals--;
            _refusedAt = System.Diagnostics.Stopwatch.GetTimestamp();
            var refusal = new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent("") };
            refusal.Headers.TryAddWithoutValidation("Retry-After", RetryAfter);
            return Task.FromResult(refusal);
        }
    }
}
