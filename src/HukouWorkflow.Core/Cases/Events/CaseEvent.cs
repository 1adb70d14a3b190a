using System.Text.Json.Serialization;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>
/// Something that happened to a case. Once released an event is for ever: its discriminator and its fields keep their
/// meaning, fields are only added, and every journal under <c>tests/golden</c> must still fold to the same state. No event
/// carries personal data.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ApplicationReceived), "applicationReceived")]
[JsonDerivedType(typeof(AccrualBegan), "accrualBegan")]
[JsonDerivedType(typeof(AccrualSuspended), "accrualSuspended")]
[JsonDerivedType(typeof(ResidenceEndorsed), "residenceEndorsed")]
[JsonDerivedType(typeof(AbsenceStated), "absenceStated")]
[JsonDerivedType(typeof(ResidenceMoved), "residenceMoved")]
[JsonDerivedType(typeof(EmploymentStated), "employmentStated")]
[JsonDerivedType(typeof(InsuranceStated), "insuranceStated")]
[JsonDerivedType(typeof(TaxStated), "taxStated")]
[JsonDerivedType(typeof(DwellingStated), "dwellingStated")]
[JsonDerivedType(typeof(HouseholdMemberJoined), "householdMemberJoined")]
[JsonDerivedType(typeof(QualificationStated), "qualificationStated")]
[JsonDerivedType(typeof(StudyStated), "studyStated")]
[JsonDerivedType(typeof(RelativeStated), "relativeStated")]
[JsonDerivedType(typeof(TimeElsewhereStated), "timeElsewhereStated")]
[JsonDerivedType(typeof(NoRecordDeclared), "noRecordDeclared")]
[JsonDerivedType(typeof(PlaceAllotted), "placeAllotted")]
[JsonDerivedType(typeof(EvidenceAdded), "evidenceAdded")]
[JsonDerivedType(typeof(CaseMatured), "caseMatured")]
[JsonDerivedType(typeof(RegisterAnswered), "registerAnswered")]
[JsonDerivedType(typeof(RegisterDidNotAnswer), "registerDidNotAnswer")]
[JsonDerivedType(typeof(ChecksReopened), "checksReopened")]
[JsonDerivedType(typeof(ReviewOpened), "reviewOpened")]
[JsonDerivedType(typeof(SettlementGranted), "settlementGranted")]
[JsonDerivedType(typeof(BenefitGranted), "benefitGranted")]
[JsonDerivedType(typeof(BenefitDelayed), "benefitDelayed")]
[JsonDerivedType(typeof(BenefitEscalated), "benefitEscalated")]
[JsonDerivedType(typeof(CaseSettled), "caseSettled")]
[JsonDerivedType(typeof(ApplicationWithdrawn), "applicationWithdrawn")]
[JsonDerivedType(typeof(CaseViewed), "caseViewed")]
public abstract record CaseEvent
{
    // Closes the set: an event that this assembly does not know could not be folded by it.
    private protected CaseEvent()
    {
    }
}
