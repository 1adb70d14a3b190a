using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using HukouWorkflow.Agencies;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Tables;
using HukouWorkflow.Tables.Keys;
using Microsoft.Extensions.Configuration;

namespace HukouWorkflow.Functions.Hosting;

/// <summary>Reads one setting after another, and keeps what is wrong with them. Never a value: one may be a key.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private const string Storage = "HUKOU_STORAGE";
    private const string TableService = "tableServiceUri";
    private const string Agencies = "HUKOU_AGENCIES";
    private const string Authority = "HUKOU_AUTHORITY";
    private const string Audience = "HUKOU_AUDIENCE";

    // Anybody may ask for the totals, as often as the limit of anonymous calls allows.
    private static readonly TimeSpan Counts = TimeSpan.FromSeconds(30);

    // The account every emulator has; no account on Azure can have its name.
    private static readonly string[] Emulator = ["UseDevelopmentStorage=true", "AccountName=devstoreaccount1"];
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Where the cases are, in the two forms that <c>AzureWebJobsStorage</c> has too.</summary>
    /// <param name="development">Whether that is the emulator.</param>
    public TableStoreOptions? ReadStorage(out bool development)
    {
        var text = configuration[Storage];
        var address = configuration[$"{Storage}:{TableService}"];
        development = text is not null && text.Split(';', StringSplitOptions.TrimEntries).Intersect(Emulator, StringComparer.OrdinalIgnoreCase).Any();
        if (string.IsNullOrEmpty(text) == string.IsNullOrEmpty(address))
        {
            _problems.Add($"Set {Storage} to a storage connection string (UseDevelopmentStorage=true for the emulator), or {Storage}__{TableService} to the address of the account's table service, which the app's identity then opens: one of the two.");
            return null;
        }

        if (!string.IsNullOrEmpty(text))
        {
            return new TableStoreOptions { ConnectionString = text, CountsKept = Counts };
        }

        if (IsAddress(address, out var uri, "https"))
        {
            return new TableStoreOptions { ServiceUri = uri, CountsKept = Counts };
        }

        _problems.Add($"{Storage}__{TableService} must be an https address without user, query or fragment, such as https://account.table.core.windows.net.");
        return null;
    }

    public AgencyOptions? ReadAgencies()
    {
        if (IsAddress(configuration[Agencies], out var uri, "https", "http"))
        {
            return new AgencyOptions { BaseAddress = uri };
        }

        _problems.Add($"{Agencies} must be the address of the registers and agencies: http or https, without user, query or fragment.");
        return null;
    }

    public Authority? ReadAuthority(bool development)
    {
        var address = configuration[Authority];
        var audience = configuration[Audience];
        if (development && string.IsNullOrEmpty(address) && string.IsNullOrEmpty(audience))
        {
            return null;
        }

        if (!IsAddress(address, out var uri, "https"))
        {
            _problems.Add($"{Authority} must be the https address of the OIDC authority whose tokens are taken. Only with development storage may it, and {Audience}, be left out: local tokens are taken then.");
        }

        if (string.IsNullOrEmpty(audience))
        {
            _problems.Add($"{Audience} must be the audience that the authority's tokens for this service name.");
        }

        return uri is null || string.IsNullOrEmpty(audience) ? null : new Authority(uri, audience);
    }

    public KeyCertificates? ReadCertificates(bool development)
    {
        var current = configuration[KeyCertificates.Setting];
        // Each a setting of its own: a Key Vault reference must be the whole of a setting's value.
        var former = configuration.GetSection(KeyCertificates.FormerSetting).GetChildren().Where(child => !string.IsNullOrEmpty(child.Value)).ToList();
        if (string.IsNullOrEmpty(current))
        {
            if (!development || former.Count > 0)
            {
                _problems.Add($"{KeyCertificates.Setting} must be the certificate that encrypts the keys of personal data, as a Key Vault reference to its secret gives it: PKCS#12 with the private key, in base64, without a password. Only with development storage may it be left out.");
            }

            return null;
        }

        var opened = OpenCertificate(KeyCertificates.Setting, current);
        var openedFormer = former.Select(child => OpenCertificate($"{KeyCertificates.FormerSetting}__{child.Key}", child.Value!)).OfType<X509Certificate2>().ToList();
        return opened is null ? null : new KeyCertificates(opened, openedFormer);
    }

    private static bool IsAddress(string? text, [NotNullWhen(true)] out Uri? address, params ReadOnlySpan<string> schemes)
    {
        var found = Uri.TryCreate(text, UriKind.Absolute, out address)
            && schemes.Contains(address.Scheme)
            && address is { UserInfo: "", Query: "", Fragment: "" };
        address = found ? address : null;
        return found;
    }

    private X509Certificate2? OpenCertificate(string setting, string base64)
    {
        try
        {
            return KeyCertificates.Read(setting, base64);
        }
        catch (StorageRefusedException refused)
        {
            _problems.Add(refused.Message);
            return null;
        }
    }
}
