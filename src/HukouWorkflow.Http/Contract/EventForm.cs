using System.Text.Json.Serialization;

namespace HukouWorkflow.Http.Contract;

/// <summary>A fact of the person's life stated after the application.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(EndorsedEventForm), "endorsed")]
[JsonDerivedType(typeof(AbsenceEventForm), "absence")]
[JsonDerivedType(typeof(MovedEventForm), "moved")]
[JsonDerivedType(typeof(EmploymentEventForm), "employment")]
[JsonDerivedType(typeof(InsuranceEventForm), "insurance")]
[JsonDerivedType(typeof(TaxEventForm), "tax")]
[JsonDerivedType(typeof(DwellingEventForm), "dwelling")]
[JsonDerivedType(typeof(HouseholdEventForm), "household")]
[JsonDerivedType(typeof(QualificationEventForm), "qualification")]
[JsonDerivedType(typeof(StudyEventForm), "study")]
[JsonDerivedType(typeof(RelativeEventForm), "relative")]
[JsonDerivedType(typeof(ElsewhereEventForm), "elsewhere")]
[JsonDerivedType(typeof(NoRecordEventForm), "noRecord")]
public abstract record EventForm;
