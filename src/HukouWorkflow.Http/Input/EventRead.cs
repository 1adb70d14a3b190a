using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;

namespace HukouWorkflow.Http.Input;

/// <summary>A stated fact that is right.</summary>
/// <param name="Fact">What goes into the journal.</param>
/// <param name="Personal">What is sealed beside it, or null.</param>
/// <param name="Warnings">What looks wrong but is accepted.</param>
internal sealed record EventRead(FactStated Fact, PersonalAmendment? Personal, IReadOnlyList<(string Pointer, string Text)> Warnings);
