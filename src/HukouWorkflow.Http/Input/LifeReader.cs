using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Http.Contract;
using NodaTime;

namespace HukouWorkflow.Http.Input;

/// <summary>The parts of a life that several forms state: residence, work, insurance, taxes, household.</summary>
/// <param name="reader">Judges the single values.</param>
/// <param name="problems">Receives what is wrong.</param>
/// <param name="today">The present day in China.</param>
internal sealed class LifeReader(FormReader reader, InputProblems problems, LocalDate today)
{
    /// <summary>A spell of work that must have its kind and first day.</summary>
    public EmploymentSpell? Spell(EmploymentForm job, string pointer, LocalDate? earliest)
    {
        var known = reader.Required(job.Kind, $"{pointer}/kind");
        var span = reader.Span(job.From, job.To, pointer, earliest, open: true);
        if (job.Contract is { } agreed && !IsTerm(agreed))
        {
            problems.Add($"{pointer}/contract", "input.expectedPeriod");
        }

        return known is { } what && span is { } days ? new EmploymentSpell(what, days) { Workplace = job.Workplace, Contract = job.Contract } : null;
    }

    /// <summary>An employer's code, or null. One whose check does not fit is accepted with a warning: such codes are in use.</summary>
    public string? Employer(string? value, string pointer, List<(string Pointer, string Text)> warnings)
    {
        var code = reader.Text(value, pointer, 40);
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
        var which = reader.Required(year, $"{pointer}/year");
        var paid = reader.Required(amount, $"{pointer}/amount");
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
        var related = reader.Required(relation, $"{pointer}/relation");
        var called = reader.Text(reader.Required(name, $"{pointer}/name"), $"{pointer}/name", 100);
        var id = reader.ResidentId(residentId, $"{pointer}/residentId");
        return related is { } how && called is not null && id is not null
            ? (new HouseholdMember(no, how, how == Relation.Child ? HouseholdMember.SchoolEntryOf(id.BirthDate) : null) { BornIn = id.BirthDate.Year, Sex = id.Sex }, new PersonalMember(called, id.Value, stage), id)
            : null;
    }

    /// <summary>The facts of a residence that forms share, as far as they are right.</summary>
    public ResidenceRead Residence(ResidenceForm stated, string pointer, LocalDate? born)
    {
        var from = reader.Required(stated.From, $"{pointer}/from");
        if (from is { } first && born is { } birth && first < birth)
        {
            problems.Add($"{pointer}/from", "residence.beforeBirth");
            from = null;
        }

        from = from is null ? null : reader.Day(from, $"{pointer}/from", null);
        var endorsements = new List<LocalDate>();
        for (var i = 0; i < stated.Endorsements?.Count && i < FormReader.MaxEntries; i++)
        {
            if (reader.Day(stated.Endorsements[i], $"{pointer}/endorsements/{i}", from) is { } endorsed)
            {
                if (endorsements.Contains(endorsed))
                {
                    problems.Add($"{pointer}/endorsements/{i}", "input.twice");
                }

                endorsements.Add(endorsed);
            }
        }

        if (stated.Endorsements?.Count > FormReader.MaxEntries)
        {
            problems.Add($"{pointer}/endorsements", "input.tooMany", FormReader.MaxEntries);
        }

        var absences = reader.Entries(stated.Absences, $"{pointer}/absences")
            .Select(absence => (Span: reader.Span(absence.Entry.From, absence.Entry.To, absence.Pointer, from, open: false), absence.Pointer))
            .Where(absence => absence.Span is not null)
            .Select(absence => (absence.Span!.Value, absence.Pointer))
            .ToList();
        reader.Apart(absences);
        return new ResidenceRead(from, stated.Basis ?? ResidenceBasis.Permit, stated.Dwelling, endorsements, absences.ConvertAll(absence => absence.Value));
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
        foreach (var (job, pointer) in reader.Entries(forms, "/employment"))
        {
            var employer = Employer(job.Employer, $"{pointer}/employer", warnings);
            if (Spell(job, pointer, earliest) is { } spell)
            {
                spells.Add(spell);
                employers.Add(employer);
                var key = (spell.Kind, employer);
                (sameEmployer.TryGetValue(key, out var others) ? others : sameEmployer[key] = []).Add((spell.Span, pointer));
            }
        }

        foreach (var spans in sameEmployer.Values)
        {
            reader.Apart(spans);
        }

        return (spells, employers);
    }

    /// <summary>Spells of insurance, apart from one another.</summary>
    public List<DateSpan> Insurance(IReadOnlyList<SpellForm?>? forms, LocalDate? earliest)
    {
        var spans = reader.Entries(forms, "/insurance")
            .Select(entry => (Span: reader.Span(entry.Entry.From, entry.Entry.To, entry.Pointer, earliest, open: true), entry.Pointer))
            .Where(entry => entry.Span is not null)
            .Select(entry => (entry.Span!.Value, entry.Pointer))
            .ToList();
        reader.Apart(spans);
        return spans.ConvertAll(entry => entry.Value);
    }

    /// <summary>Taxes, one a year.</summary>
    public List<TaxYear> Taxes(IReadOnlyList<TaxForm?>? forms)
    {
        var taxes = new List<TaxYear>();
        foreach (var (tax, pointer) in reader.Entries(forms, "/taxes"))
        {
            if (Tax(tax.Year, tax.Amount, pointer) is { } read)
            {
                if (taxes.Exists(other => other.Year == read.Year))
                {
                    problems.Add($"{pointer}/year", "input.twice");
                }

                taxes.Add(read);
            }
        }

        return taxes;
    }

    /// <summary>Qualifications held.</summary>
    public List<Qualification> Qualifications(IReadOnlyList<QualificationForm?>? forms) =>
        [.. reader.Entries(forms, "/qualifications").Select(entry => Qualification(entry.Entry.Kind, entry.Entry.Since, entry.Pointer)).OfType<Qualification>()];

    /// <summary>A qualification that must have its kind and day.</summary>
    public Qualification? Qualification(QualificationKind? kind, LocalDate? since, string pointer)
    {
        var known = reader.Required(kind, $"{pointer}/kind");
        return reader.Day(since, $"{pointer}/since", null) is { } day && known is { } which ? new Qualification(which, day) : null;
    }

    /// <summary>Spells of schooling.</summary>
    public List<DateSpan> Study(IReadOnlyList<SpellForm?>? forms) =>
        [.. reader.Entries(forms, "/study").Select(entry => reader.Span(entry.Entry.From, entry.Entry.To, entry.Pointer, null, open: true)).OfType<DateSpan>()];

    /// <summary>Relatives registered in the city.</summary>
    public List<LocalRelative> Relatives(IReadOnlyList<RelativeForm?>? forms) =>
        [.. reader.Entries(forms, "/relatives").Select(entry => Relative(entry.Entry.Relation, entry.Entry.Since, entry.Pointer)).OfType<LocalRelative>()];

    /// <summary>A relative that must have the relation and the day.</summary>
    public LocalRelative? Relative(Relation? relation, LocalDate? since, string pointer)
    {
        var known = reader.Required(relation, $"{pointer}/relation");
        return reader.Day(since, $"{pointer}/since", null) is { } day && known is { } which ? new LocalRelative(which, day) : null;
    }

    /// <summary>Time earned elsewhere.</summary>
    public List<TimeElsewhere> Elsewhere(IReadOnlyList<ElsewhereForm?>? forms) =>
        [.. reader.Entries(forms, "/elsewhere").Select(entry => Elsewhere(entry.Entry, entry.Pointer)).OfType<TimeElsewhere>()];

    /// <summary>Time earned elsewhere that must have its place, its kind and both its ends.</summary>
    public TimeElsewhere? Elsewhere(ElsewhereForm form, string pointer)
    {
        var place = reader.Division(form.Place, $"{pointer}/place");
        var what = reader.Required(form.What, $"{pointer}/what");
        return reader.Span(form.From, form.To, pointer, null, open: false) is { } span && place is { } where && what is { } earned
            ? new TimeElsewhere(where, earned, span)
            : null;
    }

    /// <summary>The declaration of no record: true, or nothing.</summary>
    public bool? NoRecord(DeclarationsForm? form)
    {
        if (form?.NoRecord is false)
        {
            problems.Add("/declarations/noRecord", "declarations.noRecord");
        }

        return form?.NoRecord;
    }

    // Years and months only, and no longer than a working life: it is added to a day.
    private static bool IsTerm(Period agreed) =>
        agreed is { HasTimeComponent: false, Weeks: 0, Days: 0, Years: >= 0 and <= 50, Months: >= 0 and <= 600 } && !agreed.Equals(Period.Zero);
}
