using HukouWorkflow.Core;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Handlers;
using HukouWorkflow.Http.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Http;

/// <summary>Registers what both hosts serve and run. A host adds its store, clock, runtime, agencies, keys and authentication.</summary>
public static class HukouServices
{
    /// <summary>Adds the handlers and the step.</summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="book">The book they begin with; a host that watches its packs replaces it on the <see cref="PolicyShelf"/>.</param>
    public static IServiceCollection AddHukou(this IServiceCollection services, PolicyBook book) => services
        .AddSingleton(new PolicyShelf(book))
        .AddSingleton<IPersonalDataVault, PersonalDataVault>()
        .AddSingleton<CursorSeal>()
        .AddSingleton<CaseLedger>()
        .AddSingleton<CaseStepper>()
        .AddSingleton<AnonymousLimit>()
        .AddSingleton<Guard>()
        .AddSingleton<CaseDesk>()
        .AddSingleton<CaseViews>()
        .AddSingleton<ApplicationHandlers>()
        .AddSingleton<StaffHandlers>()
        .AddSingleton<PublicHandlers>();
}
