using System.Buffers.Binary;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Privacy;
using NodaTime;

namespace HukouWorkflow.Bench.Seeding;

/// <summary>The appends that applications would have left behind, by the case's number in the order of arrival, from 0.</summary>
internal sealed class SeededCases(SeedPlan plan, SeedTemplates templates, PersonKeys keys, IPersonalDataVault vault)
{
    /// <summary>A case's id: a version 7 UUID of its moment of arrival, the same in every run.</summary>
    public static CaseId IdOf(SeedPlan plan, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ArrivalOf(plan, number).ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], SeedDice.Scatter((ulong)number));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (SeedDice.Scatter(~(ulong)number) & 0x0FFF)));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new CaseId(new Guid(bytes, bigEndian: true));
    }

    /// <summary>A case's one append: its journal, wake, person and sealed data.</summary>
    public CaseAppend Append(int number)
    {
        var at = ArrivalOf(plan, number);
        var day = Period.DaysBetween(SeedTemplates.DateOf(0), ChinaTime.DateOf(at));
        var template = templates.Of(day, number % templates.Districts.Count);
        var resident = SeededPeople.ResidentId(number);
        var events = template.EventsOf(keys.OfAccount(SeededPeople.Account(number)));
        return new CaseAppend
        {
            State = CaseState.Before(IdOf(plan, number)).Apply(events, at),
            Events = events,
            At = at,
            NextWake = template.Effects.NextWake,
            Due = template.Effects.Due,
            Person = keys.Of(resident),
            Personal = [vault.Seal(new PersonalAmendment { Whole = SeededPeople.Data(number, resident, template.Application.Facts) })],
        };
    }

    private static Instant ArrivalOf(SeedPlan plan, int number)
    {
        var milliseconds = (long)SeedPlan.DaysOfArrival * NodaConstants.MillisecondsPerDay;
        return ChinaTime.StartOf(SeedTemplates.DateOf(0)) + Duration.FromMilliseconds(milliseconds / plan.Cases * number);
    }
}
