using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Http.Input;

/// <summary>An application that is right.</summary>
/// <param name="Received">What goes into the journal.</param>
/// <param name="Personal">What is sealed.</param>
/// <param name="Id">Whose it is.</param>
/// <param name="Warnings">What looks wrong but is accepted: pointers and keys of texts.</param>
internal sealed record ApplicationRead(
    ApplicationReceived Received,
    PersonalData Personal,
    ResidentId Id,
    IReadOnlyList<(string Pointer, string Text)> Warnings);
