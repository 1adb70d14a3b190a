using DurableTask.Core;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Functions.Tests.RealEngine;

/// <summary>The in-memory engine, told that it may do much at once: on two processors its dispatcher otherwise waits half a second between any two things.</summary>
internal sealed class PromptOrchestrationService(ILoggerFactory? loggers) : InMemoryOrchestrationService(loggers), IOrchestrationService
{
    private const int Plenty = 1000;

    int IOrchestrationService.MaxConcurrentTaskOrchestrationWorkItems => Plenty;

    int IOrchestrationService.MaxConcurrentTaskActivityWorkItems => Plenty;
}
