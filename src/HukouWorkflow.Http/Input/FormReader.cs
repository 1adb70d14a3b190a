using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Http.Input;

/// <summary>The judgements that several forms share. Each notes what is wrong and answers with what is right.</summary>
/// <param name="problems">Receives what is wrong.</param>
/// <param name="today">The present day in China: nothing stated lies after it.</param>
internal sealed class FormReader(InputProblems problems, LocalDate today)
{
    /// <summary>Entries a list may have: more than any life needs, few enough that judging them costs nothing.</summary>
    public const int MaxEntries = 200;

    /// <summary>A part that must be there.</summary>
    public T? Required<T>(T? value, string pointer)
        where T : class
    {
        if (value is null && !problems.At(pointer))
        {
            problems.Add(pointer, "input.required");
        }

        return value;
    }

    /// <summary>A value that must be there.</summary>
    public T? Required<T>(T? value, string pointer)
        where T : struct
    {
        if (value is null && !problems.At(pointer))
        {
            problems.Add(pointer, "input.required");
        }

        return value;
    }

    /// <summary>A text of limited length without control characters, or null where none was given.</summary>
    public string? Text(string? value, string pointer, int longest)
    {
        if (value is null)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(value) || value.Length > longest || value.Any(char.IsControl))
        {
            problems.Add(pointer, "input.textLength", longest);
            return null;
        }

        return value.Trim();
    }

    /// <summary>The entries of a list; an empty place is a problem.</summary>
    public IEnumerable<(T Entry, string Pointer)> Entries<T>(IReadOnlyList<T?>? list, string pointer)
        where T : class
    {
        if (list?.Count > MaxEntries)
        {
            problems.Add(pointer, "input.tooMany", MaxEntries);
            yield break;
        }

        for (var i = 0; i < list?.Count; i++)
        {
            if (list[i] is { } entry)
            {
                yield return (entry, $"{pointer}/{i}");
            }
            else if (!problems.At($"{pointer}/{i}"))
            {
                problems.Add($"{pointer}/{i}", "input.expectedObject");
            }
        }
    }

    /// <summary>A resident identity number that must be there.</summary>
    public ResidentId? ResidentId(string? value, string pointer)
    {
        if (Required(value, pointer) is null)
        {
            return null;
        }

        if (!Core.Identity.ResidentId.TryParse(value, out var id, out var fault))
        {
            problems.Add(pointer, $"residentId.{fault}");
            return null;
        }

        if (id.BirthDate > today)
        {
            problems.Add(pointer, $"residentId.{ResidentIdFault.BirthDate}");
            return null;
        }

        return id;
    }

    /// <summary>A division that must be there.</summary>
    public DivisionCode? Division(string? value, string pointer)
    {
        if (Required(value, pointer) is null)
        {
            return null;
        }

        if (!DivisionCode.TryParse(value, out var code))
        {
            problems.Add(pointer, "input.division");
            return null;
        }

        return code;
    }

    /// <summary>A day that must be there and lies between another and today.</summary>
    public LocalDate? Day(LocalDate? value, string pointer, LocalDate? earliest)
    {
        if (Required(value, pointer) is not { } day)
        {
            return null;
        }

        if (day > today)
        {
            problems.Add(pointer, "input.future", today);
            return null;
        }

        if (day < earliest)
        {
            problems.Add(pointer, "input.tooEarly", earliest.Value);
            return null;
        }

        return day;
    }

    /// <summary>A span that begins between a day and today and runs forwards.</summary>
    /// <param name="from">Its first day; must be there.</param>
    /// <param name="to">The first day after.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="earliest">The first day it may begin, or null.</param>
    /// <param name="open">Whether it may have no end (and then may also end in the future).</param>
    public DateSpan? Span(LocalDate? from, LocalDate? to, string pointer, LocalDate? earliest, bool open)
    {
        var begins = Day(from, $"{pointer}/from", earliest);
        if (to is { } ends && begins is { } start && ends <= start)
        {
            problems.Add($"{pointer}/to", "input.backwards", start);
            return null;
        }

        if (!open && Day(to, $"{pointer}/to", null) is null)
        {
            return null;
        }

        return begins is { } first && !problems.At($"{pointer}/to") ? new DateSpan(first, to) : null;
    }

    /// <summary>Notes every span that overlaps one before it.</summary>
    public void Apart(IReadOnlyList<(DateSpan Span, string Pointer)> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Overlap(spans[i].Span, spans[j].Span))
                {
                    problems.Add(spans[i].Pointer, "input.overlap", spans[j].Pointer);
                    break;
                }
            }
        }
    }

    /// <summary>Whether two spans share a day.</summary>
    public static bool Overlap(DateSpan one, DateSpan other) =>
        (other.To is null || one.From < other.To) && (one.To is null || other.From < one.To);
}
