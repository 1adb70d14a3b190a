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
    public static IServiceCollection AddHukou(this IServiceCollection services, PolicyBook book) => services
        .AddSingleton(book)
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
