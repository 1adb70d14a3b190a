using HukouWorkflow.Agencies;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Tables;
using HukouWorkflow.Tables.Keys;
using Microsoft.Extensions.Configuration;

namespace HukouWorkflow.Functions.Hosting;

/// <summary>How the Functions app is to run.</summary>
public sealed record FunctionsSettings
{
    /// <summary>Where the cases and the keys are.</summary>
    public required TableStoreOptions Storage { get; init; }

    /// <summary>Where the agencies are.</summary>
    public required AgencyOptions Agencies { get; init; }

    /// <summary>The OIDC authority; null takes local tokens instead, which only development storage may.</summary>
    public Authority? Authority { get; init; }

    /// <summary>What the keys are encrypted with where they lie; null leaves them readable, which only development storage may.</summary>
    public KeyCertificates? Certificates { get; init; }

    /// <summary>The folder of policy packs.</summary>
    public string PolicyFolder { get; init; } = PolicyFolders.Default;

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">Application settings, as the environment gives them.</param>
    /// <exception cref="SettingsException">Some are missing or wrong; it names all of them.</exception>
    public static FunctionsSettings Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var storage = reader.ReadStorage(out var development);
        var agencies = reader.ReadAgencies();
        var authority = reader.ReadAuthority(development);
        var certificates = reader.ReadCertificates(development);
        return reader.Problems.Count == 0
            ? new FunctionsSettings { Storage = storage!, Agencies = agencies!, Authority = authority, Certificates = certificates }
            : throw new SettingsException(reader.Problems);
    }
}
