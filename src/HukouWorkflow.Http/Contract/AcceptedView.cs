using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Http.Contract;

/// <summary>What a call that changes a case answers: it is on the disk.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">The case's version the call left behind.</param>
/// <param name="Warnings">What looks wrong but was accepted.</param>
/// <param name="Links">Where to look.</param>
public sealed record AcceptedView(
    CaseId Id,
    int Version,
    IReadOnlyList<WarningView> Warnings,
    LinksView Links);
