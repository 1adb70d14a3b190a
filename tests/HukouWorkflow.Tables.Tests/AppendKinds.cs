using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using NodaTime;

namespace HukouWorkflow.Tables.Tests;

/// <summary>The kinds of append, each after what must come before it.</summary>
internal static class AppendKinds
{
    public static readonly LocalDate Due = new(2026, 3, 1);

    public static IReadOnlyList<string> Names => ["first", "next", "large first", "large next", "closing", "answer only"];

    /// <summary>The appends of a kind: the last is the one to be disturbed.</summary>
    public static IReadOnlyList<CaseAppend> Of(string kind)
    {
        var id = Cases.NewId();
        CaseEvent[] views = [.. Enumerable.Range(0, 120).Select(number => new CaseViewed($"staff-{number}", "auditor"))];
        var first = Full(Cases.Received(id), 1) with { Person = Cases.Person(7) };
        return kind switch
        {
            "first" => [first],
            "next" => [first, Full(Cases.Next(first.State, Cases.Start, new AccrualBegan()), 2)],
            "large first" => [Full(Cases.Next(CaseState.Before(id), Cases.Start, [Cases.Application(), .. views]), 1) with { Person = Cases.Person(7) }],
            "large next" => [first, Full(Cases.Next(first.State, Cases.Start, [new AccrualBegan(), .. views]), 2)],
            "closing" => [first, Full(Cases.Next(first.State, Cases.Start, new ApplicationWithdrawn()), 2) with { NextWake = null, Due = null }],
            "answer only" => [first, Full(Cases.Next(first.State, Cases.Start), 2) with { Personal = [] }],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };
    }

    private static CaseAppend Full(CaseAppend append, int key) => append with
    {
        NextWake = Cases.Start + Duration.FromHours(key),
        Due = Due.PlusDays(key),
        Personal = [new byte[] { (byte)key }],
        Answer = new IdempotentAnswer(Cases.Key(key), Cases.Key(9), append.State.Id, append.State.Version),
    };
}
