using HukouWorkflow.Http.Access;

namespace HukouWorkflow.Ordeals;

/// <summary>Something the service has answered 202 to.</summary>
/// <param name="Case">The case.</param>
/// <param name="Version">The version it answered.</param>
/// <param name="Event">The kind of event that must be in the case's journal by that version.</param>
/// <param name="Mark">A text in that event that no other of the case's events of this kind has, or empty where they are only counted.</param>
/// <param name="Person">The synthetic person.</param>
/// <param name="Asked">What was asked under which key, or null where there was no key.</param>
public sealed record Promise(string Case, int Version, string Event, string Mark, int Person, KeyedRequest? Asked)
{
    /// <summary>Who was answered.</summary>
    public Caller Applicant => ServiceCaller.Applicant(Person);
}
