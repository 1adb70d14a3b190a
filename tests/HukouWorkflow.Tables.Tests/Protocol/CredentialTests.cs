using System.Net;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Tables.Tests.Protocol;

public sealed class CredentialTests(AzuriteFixture fixture)
{
    private const string Key = "c3ludGhldGljIGtleSwgbm8gc2VjcmV0";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_wrong_key_When_a_table_is_asked_Then_it_is_a_403_that_does_not_print_the_key()
    {
        var azurite = await fixture.GetAsync();
        var service = new TableServiceClient(azurite.ConnectionString.Replace(Azurite.AccountKey, Key, StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<RequestFailedException>(
            () => service.GetTableClient("cases").GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Ct));

        Assert.Equal(403, error.Status);
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData(" usedevelopmentstorage = true ;", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData($"AccountName=a;AccountKey={Key}", "https://a.table.core.windows.net/")]
    [InlineData($"DefaultEndpointsProtocol=https;AccountName=a;AccountKey={Key};EndpointSuffix=core.chinacloudapi.cn", "https://a.table.core.chinacloudapi.cn/")]
    [InlineData($"DefaultEndpointsProtocol=http;AccountName=a;AccountKey={Key};Other=b==", "http://a.table.core.windows.net/")]
    [InlineData($"TableEndpoint=https://h.example/a;AccountName=a;AccountKey={Key}", "https://h.example/a")]
    public void Given_a_connection_string_When_a_client_is_made_Then_it_asks_that_endpoint(string connectionString, string endpoint) =>
        Assert.Equal(new Uri(endpoint), new TableServiceClient(connectionString).Uri);

    [Theory]
    [InlineData(null, typeof(ArgumentNullException))]
    [InlineData("", typeof(ArgumentException))]
    [InlineData("nonsense", typeof(InvalidOperationException))]
    [InlineData("AccountName=a", typeof(ArgumentException))]
    [InlineData("AccountName=a;AccountName=b", typeof(InvalidOperationException))]
    [InlineData("UseDevelopmentStorage=false", typeof(ArgumentException))]
    [InlineData("TableEndpoint=https://h.example/", typeof(ArgumentException))]
    [InlineData("AccountName=a;AccountKey=!not-base-64!", typeof(FormatException))]
    public void Given_a_malformed_connection_string_When_a_client_is_made_Then_it_is_refused(string? connectionString, Type error)
    {
        var thrown = Assert.ThrowsAny<Exception>(() => new TableServiceClient(connectionString));

        Assert.IsType(error, thrown);
        Assert.DoesNotContain("!not-base-64!", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_token_credential_When_a_table_is_asked_Then_the_token_is_of_storage_and_only_over_https()
    {
        using var stub = new StubTransport(() => StubTransport.Error(HttpStatusCode.NotFound, "ResourceNotFound"));
        var options = new TableClientOptions { Transport = stub.Transport };
        var credential = new FixedToken();

        var row = await new TableServiceClient(new Uri("https://a.table.core.windows.net"), credential, options)
            .GetTableClient("cases").GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Ct);

        Assert.False(row.HasValue);
        Assert.Equal("Bearer token", Assert.Single(stub.Requests).Headers.Authorization?.ToString());
        Assert.Equal("https://storage.azure.com/.default", Assert.Single(credential.Scopes));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new TableServiceClient(new Uri("http://a.example"), credential, options)
            .GetTableClient("cases").GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Ct));
        Assert.Throws<ArgumentNullException>(() => new TableServiceClient(new Uri("https://a.example"), (TokenCredential?)null));
    }

    private sealed class FixedToken : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
