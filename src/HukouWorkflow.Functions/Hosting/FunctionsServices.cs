using HukouWorkflow.Agencies;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Core.Quotas;
using HukouWorkflow.Functions.Runtime;
using HukouWorkflow.Functions.Triggers;
using HukouWorkflow.Http;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Tables;
using HukouWorkflow.Tables.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Functions.Hosting;

/// <summary>Composes the Functions app.</summary>
public static class FunctionsServices
{
    /// <summary>
    /// Opens the storage and adds everything the functions need. Whoever runs them adds the worker, logging and, after this,
    /// what is to replace anything here.
    /// </summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="settings">How the app is to run.</param>
    /// <param name="time">The service's time: the machine's, but in tests.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <returns>The local tokens that are taken, or null where an authority's are.</returns>
    /// <exception cref="SettingsException">The policy packs do not load.</exception>
    /// <exception cref="StorageRefusedException">The storage cannot be opened, or the keys of its cases are gone.</exception>
    /// <exception cref="StoreUnavailableException">The storage went away meanwhile.</exception>
    public static async Task<LocalTokens?> AddHukouFunctionsAsync(
        this IServiceCollection services,
        FunctionsSettings settings,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var book = ReadPolicies(settings.PolicyFolder);
        var logger = new LateLogger<TableCaseStore>();
        var storage = await ServiceStorage.OpenAsync(settings, logger, cancellationToken);
        services.AddSingleton(provider =>
        {
            logger.Target = provider.GetRequiredService<ILoggerFactory>().CreateLogger<TableCaseStore>();
            return storage.Store;
        });
        services.AddSingleton<ICaseStore>(provider => provider.GetRequiredService<TableCaseStore>());
        services.AddKeyProtection(storage.Ring, settings.Certificates);
        services.AddSingleton(new ServiceClock(time, storage.Latest)).AddSingleton(new PersonKeys(storage.PersonSecret));
        services.AddHukou(book).AddAgencyClients(settings.Agencies);
        services.AddSingleton<DurableCaseRuntime>().AddSingleton<ICaseRuntime>(provider => provider.GetRequiredService<DurableCaseRuntime>());
        services.AddSingleton<QuotaRanking>();
        services.AddSingleton<FunctionsMeter>().AddSingleton<ContractDocument>().AddSingleton<DurableCall>();
        services.AddHealthChecks().AddCheck<StoreHealth>("store");
        if (storage.Tokens is { } tokens)
        {
            services.AddLocalBearer(tokens);
        }
        else
        {
            services.AddAuthorityBearer(settings.Authority!);
        }

        return storage.Tokens;
    }

    private static PolicyBook ReadPolicies(string folder)
    {
        var reading = PolicyFolders.Read(folder);
        return reading.Book ?? throw new SettingsException([.. reading.Problems.Select(problem => problem.ToString())]);
    }
}
