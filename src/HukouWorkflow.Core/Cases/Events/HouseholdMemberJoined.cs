namespace HukouWorkflow.Core.Cases.Events;

/// <summary>Someone joined the household. Who they are is kept apart, encrypted.</summary>
/// <param name="Member">The member.</param>
public sealed record HouseholdMemberJoined(HouseholdMember Member) : FactStated;
