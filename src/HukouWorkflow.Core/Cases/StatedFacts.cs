using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Cases;

/// <summary>
/// Recognises what has been stated already, so that saying it twice leaves one entry in the journal. A move, a job and a
/// household member are never recognised: their address, employer or name, which is kept apart, may be new.
/// </summary>
internal static class StatedFacts
{
    /// <summary>Whether a fact is already what stands.</summary>
    public static bool Holds(SettlementFacts facts, FactStated fact) => fact switch
    {
        ResidenceEndorsed endorsed => facts.Endorsements.Contains(endorsed.On),
        AbsenceStated absence => facts.StandingAbsences.Contains(new DateSpan(absence.From, absence.To)),
        InsuranceStated stated => facts.StandingInsurance.Contains(stated.Span),
        TaxStated stated => facts.Taxes.Contains(stated.Tax),
        DwellingStated stated => facts.Dwellings.Any(dwelling => dwelling.Since == stated.On) && facts.Dwellings.Last(dwelling => dwelling.Since == stated.On).Dwelling == stated.Dwelling,
        QualificationStated stated => facts.Qualifications.Contains(stated.Qualification),
        StudyStated stated => facts.StandingStudy.Contains(stated.Span),
        RelativeStated stated => facts.Relatives.Contains(stated.Relative),
        TimeElsewhereStated stated => facts.Elsewhere.Contains(stated.Time),
        NoRecordDeclared => facts.NoRecord == true,
        PlaceAllotted allotted => facts.Place?.Year == allotted.Place.Year,
        _ => false,
    };
}
