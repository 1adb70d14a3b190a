using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Testing;

/// <summary>Builds appends for a store: synthetic cases in Chongqing.</summary>
public static class Cases
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    public static readonly DivisionCode Yubei = new(500112);

    public static readonly DivisionCode Jiangbei = new(500105);

    public static CaseId NewId() => new(Guid.CreateVersion7());

    public static PersonKey Person(int number) => new(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture));

    public static byte[] Key(int number) => Person(number).ToBytes();

    public static ApplicationReceived Application(DivisionCode? district = null) => new()
    {
        Applicant = Person(0),
        Pack = "chongqing",
        Version = new LocalDate(2010, 8, 1),
        Consent = new Consent(AutomaticGrant: true, RegisterChecks: true),
        Facts = new SettlementFacts
        {
            City = new DivisionCode(500000),
            Registration = Registration.Municipal,
            Hukou = HukouKind.Rural,
            ResidenceFrom = new LocalDate(2021, 10, 1),
            Basis = ResidenceBasis.Permit,
            Abodes = [new Abode(new LocalDate(2021, 10, 1), district ?? Yubei)],
        },
    };

    /// <summary>The first append of a case.</summary>
    public static CaseAppend Received(CaseId id, DivisionCode? district = null, Instant? at = null) =>
        Next(CaseState.Before(id), at ?? Start, Application(district));

    /// <summary>An append of events to a state.</summary>
    public static CaseAppend Next(CaseState state, Instant at, params CaseEvent[] events) => new()
    {
        State = state.Apply(events, at),
        Events = events,
        At = at,
        NextWake = null,
        Due = null,
    };

    /// <summary>An append of one event that changes nothing but the version.</summary>
    public static CaseAppend Viewed(CaseState state, string by = "staff-1") => Next(state, Start, new CaseViewed(by, "caseworker"));
}
