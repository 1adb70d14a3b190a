namespace Azure.Data.Tables.Protocol;

/// <summary>Where an account's tables are, and its key, as a connection string says. No message quotes any of it.</summary>
internal sealed record ConnectionString(Uri Endpoint, SharedKeyPolicy Authorization)
{
    // The emulator's account and published key, the same on every machine.
    private const string DevelopmentAccount = "devstoreaccount1";
    private const string DevelopmentKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static ConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = Settings(connectionString);
        if (settings.GetValueOrDefault("UseDevelopmentStorage") is "true")
        {
            return new(new Uri($"http://127.0.0.1:10002/{DevelopmentAccount}"), new(DevelopmentAccount, DevelopmentKey));
        }

        if (!settings.TryGetValue("AccountName", out var account) || !settings.TryGetValue("AccountKey", out var key))
        {
            throw new ArgumentException(
                "The connection string names no AccountName and AccountKey, nor UseDevelopmentStorage=true.", nameof(connectionString));
        }

        var endpoint = settings.GetValueOrDefault("TableEndpoint")
            ?? $"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{settings.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        return new(new UriBuilder(endpoint).Uri, new(account, key));
    }

    private static Dictionary<string, string> Settings(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair.Length != 2)
            {
                throw new InvalidOperationException("A part of the connection string has no '='; it is made of name=value, with ';' between.");
            }

            if (!settings.TryAdd(pair[0], pair[1]))
            {
                throw new InvalidOperationException($"The connection string names '{pair[0]}' twice.");
            }
        }

        return settings;
    }
}
