using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The application as it was accepted: the first event of every case.</summary>
public sealed record ApplicationReceived : CaseEvent
{
    /// <summary>Stands for the account that applied.</summary>
    public required PersonKey Applicant { get; init; }

    /// <summary>The pack the city is judged by.</summary>
    public required string Pack { get; init; }

    /// <summary>The pack's version in force on the day of the application; earlier ones never apply.</summary>
    public required LocalDate Version { get; init; }

    /// <summary>What was stated.</summary>
    public required SettlementFacts Facts { get; init; }

    /// <summary>What was consented to.</summary>
    public required Consent Consent { get; init; }

    /// <summary>What was elected for rural land: information, never a condition. Null where nothing was said.</summary>
    public LandElection? LandElection { get; init; }
}
