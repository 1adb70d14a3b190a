using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Http.Input;

/// <summary>What is right in a form of residence.</summary>
internal sealed record ResidenceRead(
    LocalDate? From,
    ResidenceBasis Basis,
    Dwelling? Dwelling,
    IReadOnlyList<LocalDate> Endorsements,
    IReadOnlyList<DateSpan> Absences);
