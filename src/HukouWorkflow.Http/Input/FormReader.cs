using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Http.Contract;
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

    /// <summary>A spell of work that must have its kind and first day.</summary>
    public EmploymentSpell? Spell(EmploymentKind? kind, LocalDate? from, LocalDate? to, string pointer, LocalDate? earliest)
    {
        var known = Required(kind, $"{pointer}/kind");
        var span = Span(from, to, pointer, earliest, open: true);
        return known is { } what && span is { } days ? new EmploymentSpell(what, days) : null;
    }

    /// <summary>An employer's code, or null. One whose check does not fit is accepted with a warning: such codes are in use.</summary>
    public string? Employer(string? value, string pointer, List<(string Pointer, string Text)> warnings)
    {
        var code = Text(value, pointer, 40);
        if (code is not null && !CreditCode.HasCheck(code))
        {
            warnings.Add((pointer, "warning.creditCode"));
        }

        return code;
    }

    /// <summary>A year's tax.</summary>
    public TaxYear? Tax(int? year, decimal? amount, string pointer)
    {
        // The present tax system dates from 1994.
        const int FirstTaxYear = 1994;
        var which = Required(year, $"{pointer}/year");
        var paid = Required(amount, $"{pointer}/amount");
        if (which is < FirstTaxYear || which > today.Year)
        {
            problems.Add($"{pointer}/year", "input.year", FirstTaxYear, today.Year);
            which = null;
        }

        if (paid is < 0 or > 1_000_000_000_000m || decimal.Round(paid ?? 0, 2) != (paid ?? 0))
        {
            problems.Add($"{pointer}/amount", "input.amount");
            paid = null;
        }

        return which is { } when && paid is { } sum ? new TaxYear(when, new Yuan(sum)) : null;
    }

    /// <summary>A member of the household: the figures and, apart from them, who it is.</summary>
    public (HouseholdMember Member, PersonalMember Personal, ResidentId Id)? Member(
        int no,
        Relation? relation,
        string? name,
        string? residentId,
        SchoolStage? stage,
        string pointer)
    {
        var related = Required(relation, $"{pointer}/relation");
        var called = Text(Required(name, $"{pointer}/name"), $"{pointer}/name", 100);
        var id = ResidentId(residentId, $"{pointer}/residentId");
        return related is { } how && called is not null && id is not null
            ? (new HouseholdMember(no, how, how == Relation.Child ? HouseholdMember.SchoolEntryOf(id.BirthDate) : null), new PersonalMember(called, id.Value, stage), id)
            : null;
    }

    /// <summary>The facts of a residence that forms share, as far as they are right.</summary>
    public ResidenceRead Residence(ResidenceForm form, string pointer, LocalDate? born)
    {
        var from = Required(form.From, $"{pointer}/from");
        if (from is { } first && born is { } birth && first < birth)
        {
            problems.Add($"{pointer}/from", "residence.beforeBirth");
            from = null;
        }

        from = from is null ? null : Day(from, $"{pointer}/from", null);
        var endorsements = new List<LocalDate>();
        for (var i = 0; i < form.Endorsements?.Count && i < MaxEntries; i++)
        {
            if (Day(form.Endorsements[i], $"{pointer}/endorsements/{i}", from) is { } endorsed)
            {
                if (endorsements.Contains(endorsed))
                {
                    problems.Add($"{pointer}/endorsements/{i}", "input.twice");
                }

                endorsements.Add(endorsed);
            }
        }

        if (form.Endorsements?.Count > MaxEntries)
        {
            problems.Add($"{pointer}/endorsements", "input.tooMany", MaxEntries);
        }

        var absences = Entries(form.Absences, $"{pointer}/absences")
            .Select(absence => (Span: Span(absence.Entry.From, absence.Entry.To, absence.Pointer, from, open: false), absence.Pointer))
            .Where(absence => absence.Span is not null)
            .Select(absence => (absence.Span!.Value, absence.Pointer))
            .ToList();
        Apart(absences);
        return new ResidenceRead(from, form.Basis ?? ResidenceBasis.Permit, form.Dwelling, endorsements, absences.ConvertAll(absence => absence.Value));
    }

    /// <summary>Spells of work with their employers, in one order.</summary>
    public (List<EmploymentSpell> Spells, List<string?> Employers) Employment(
        IReadOnlyList<EmploymentForm?>? forms,
        LocalDate? earliest,
        List<(string Pointer, string Text)> warnings)
    {
        var spells = new List<EmploymentSpell>();
        var employers = new List<string?>();
        var sameEmployer = new Dictionary<(EmploymentKind, string?), List<(DateSpan, string)>>();
        foreach (var (form, pointer) in Entries(forms, "/employment"))
        {
            var employer = Employer(form.Employer, $"{pointer}/employer", warnings);
            if (Spell(form.Kind, form.From, form.To, pointer, earliest) is { } spell)
            {
                spells.Add(spell);
                employers.Add(employer);
                var key = (spell.Kind, employer);
                (sameEmployer.TryGetValue(key, out var others) ? others : sameEmployer[key] = []).Add((spell.Span, pointer));
            }
        }

        foreach (var spans in sameEmployer.Values)
        {
            Apart(spans);
        }

        return (spells, employers);
    }

    /// <summary>Spells of insurance, apart from one another.</summary>
    public List<DateSpan> Insurance(IReadOnlyList<InsuranceForm?>? forms, LocalDate? earliest)
    {
        var spans = Entries(forms, "/insurance")
            .Select(entry => (Span: Span(entry.Entry.From, entry.Entry.To, entry.Pointer, earliest, open: true), entry.Pointer))
            .Where(entry => entry.Span is not null)
            .Select(entry => (entry.Span!.Value, entry.Pointer))
            .ToList();
        Apart(spans);
        return spans.ConvertAll(entry => entry.Value);
    }

    /// <summary>Taxes, one a year.</summary>
    public List<TaxYear> Taxes(IReadOnlyList<TaxForm?>? forms)
    {
        var taxes = new List<TaxYear>();
        foreach (var (form, pointer) in Entries(forms, "/taxes"))
        {
            if (Tax(form.Year, form.Amount, pointer) is { } tax)
            {
                if (taxes.Exists(other => other.Year == tax.Year))
                {
                    problems.Add($"{pointer}/year", "input.twice");
                }

                taxes.Add(tax);
            }
        }

        return taxes;
    }
}
