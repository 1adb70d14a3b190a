using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads the criteria of a route.</summary>
internal static class CriterionReader
{
    private static readonly string[] Lists = ["kinds", "workplaces", "relations"];

    /// <summary>Reads a list of criteria.</summary>
    /// <param name="fields">The mapping the list stands in.</param>
    /// <param name="key">The list's key.</param>
    /// <param name="districtClasses">The pack's district classes, or null where they are not known.</param>
    public static IReadOnlyList<RouteCriterion> ReadAll(Fields fields, string key, IReadOnlySet<string>? districtClasses)
    {
        var entries = fields.MapList(key);
        if (fields.IsEmptyList(key))
        {
            fields.Report(key, "noCriteria", "There is no criterion, so nobody can meet this. Add at least one.");
        }

        return [.. entries.Select(entry => Read(entry, districtClasses)).OfType<RouteCriterion>()];
    }

    private static RouteCriterion? Read(Fields entry, IReadOnlySet<string>? districtClasses)
    {
        var name = entry.Names.FirstOrDefault(word => Words<CriterionKind>.All.Contains(word, StringComparer.Ordinal)) ?? entry.Names.FirstOrDefault("");
        if (!Words<CriterionKind>.TryParse(name, out var kind))
        {
            entry.Report(entry.At, "unknownCriterion", Invariants.WhyNot(name) ?? $"'{name}' is no criterion. {Spelling.Suggest(name, Words<CriterionKind>.All)}");
            return null;
        }

        var criterion = kind switch
        {
            CriterionKind.All or CriterionKind.Any => new RouteCriterion { Kind = kind, Of = ReadAll(entry, name, districtClasses), At = entry.At },
            CriterionKind.AtLeast => entry.Map(name) is { } several ? ReadAtLeast(several, districtClasses) : null,
            _ => entry.Map(name) is { } fields ? ReadTerms(kind, fields, districtClasses) : null,
        };
        entry.End();
        return criterion;
    }

    private static RouteCriterion ReadAtLeast(Fields fields, IReadOnlySet<string>? districtClasses)
    {
        var criterion = new RouteCriterion
        {
            Kind = CriterionKind.AtLeast,
            Count = fields.Number("count"),
            Of = ReadAll(fields, "of", districtClasses),
            At = fields.At,
        };
        if (fields.Has("count") && (criterion.Count < 1 || criterion.Count > criterion.Of.Count))
        {
            fields.Report("count", "noCriteria", $"{criterion.Count} of {criterion.Of.Count} criteria cannot be met, or ask nothing. Write a number from 1 to {criterion.Of.Count}.");
        }

        fields.End();
        return criterion;
    }

    private static RouteCriterion ReadTerms(CriterionKind kind, Fields fields, IReadOnlySet<string>? districtClasses)
    {
        var criterion = new RouteCriterion
        {
            Kind = kind,
            Parameters = CriterionRole.Of(kind)
                .Where(role => role.IsRequired || fields.Has(role.Name))
                .ToDictionary(role => role.Name, role => fields.Text(role.Name), StringComparer.Ordinal),
            Work = kind == CriterionKind.Work ? fields.WordList<EmploymentKind>("kinds") : [],
            Workplaces = kind == CriterionKind.Work && fields.Has("workplaces") ? fields.WordList<Workplace>("workplaces") : [],
            Dwellings = kind == CriterionKind.Dwelling ? fields.WordList<Dwelling>("kinds") : [],
            Qualifications = kind == CriterionKind.Qualification ? fields.WordList<QualificationKind>("kinds") : [],
            Relations = kind == CriterionKind.Family ? fields.WordList<Relation>("relations") : [],
            Since = fields.OptionalDate("since"),
            Until = fields.OptionalDate("until"),
            DistrictClasses = fields.Has("districtClasses") ? fields.TextList("districtClasses") : [],
            At = fields.At,
        };
        foreach (var key in Lists.Where(fields.IsEmptyList))
        {
            fields.Report(key, "noCriteria", "None is accepted, so nobody can meet this. Add at least one.");
        }

        if (kind == CriterionKind.Work && criterion.Parameters.Count != 1)
        {
            fields.Report(fields.At, "missingKey", "Work is asked for a 'period' or by the agreed term of a 'contract'. Write one of the two; where either suffices, write two criteria under 'any'.");
        }

        if (kind == CriterionKind.Age && criterion.Parameters.Count == 0)
        {
            fields.Report(fields.At, "missingKey", "No age is named. Write 'atLeast', 'atMost' or both.");
        }

        fields.CheckSpan(criterion.Since, criterion.Until);
        foreach (var unknown in criterion.DistrictClasses.Where(name => districtClasses?.Contains(name) == false))
        {
            fields.Report("districtClasses", "unknownDistrictClass", $"'{unknown}' is no district class of this pack. {Spelling.Suggest(unknown, districtClasses!)}");
        }

        fields.End();
        return criterion;
    }
}
