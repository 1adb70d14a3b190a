using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A pack in the list of packs.</summary>
/// <param name="Id">The pack.</param>
/// <param name="Title">What it is called.</param>
/// <param name="City">The city.</param>
/// <param name="Versions">Its versions, by the day each came into force.</param>
public sealed record PackItemView(string Id, LocalizedText Title, DivisionCode City, IReadOnlyList<LocalDate> Versions);
