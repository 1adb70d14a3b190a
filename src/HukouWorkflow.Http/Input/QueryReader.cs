using System.Globalization;
using System.Text.Json;
using HukouWorkflow.Core.Identity;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Http.Input;

/// <summary>Judges query parameters: unknown ones are refused by name, as unknown fields are.</summary>
internal sealed class QueryReader(IQueryCollection query, InputProblems problems)
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 200;

    /// <summary>Notes every parameter that is none of these.</summary>
    public void KnowOnly(string[] names)
    {
        foreach (var name in query.Keys.Where(name => !names.Contains(name, StringComparer.Ordinal)))
        {
            problems.Add(name, "input.unknownParameter", string.Join(", ", names));
        }
    }

    /// <summary>A parameter's text, or null where it is not given or empty.</summary>
    public string? Text(string name)
    {
        if (query[name].Count > 1)
        {
            problems.Add(name, "input.twice");
        }

        return query[name] is [{ Length: > 0 } text] ? text : null;
    }

    /// <summary>How many items to list: 1 to 200, 50 where nothing is said.</summary>
    public int Limit()
    {
        if (query["limit"].Count == 0)
        {
            return DefaultLimit;
        }

        if (query["limit"] is [{ } text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostLimit)
        {
            return limit;
        }

        problems.Add("limit", "input.limit", 1, MostLimit);
        return DefaultLimit;
    }

    /// <summary>A day, or null where none is given.</summary>
    public LocalDate? Day(string name)
    {
        if (query[name].Count == 0)
        {
            return null;
        }

        if (query[name] is [{ } text] && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day))
        {
            return day;
        }

        problems.Add(name, "input.expectedDate");
        return null;
    }

    /// <summary>Divisions, given one or more times; null where none is.</summary>
    public IReadOnlyList<DivisionCode>? Divisions(string name)
    {
        var codes = new List<DivisionCode>();
        foreach (var text in query[name])
        {
            if (DivisionCode.TryParse(text, out var code))
            {
                codes.Add(code);
            }
            else
            {
                problems.Add(name, "input.division");
            }
        }

        return codes.Count == 0 ? null : codes;
    }

    /// <summary>Words of an enumeration, given one or more times; null where none is.</summary>
    public IReadOnlyList<T>? Words<T>(string name)
        where T : struct, Enum
    {
        var known = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);
        var words = new List<T>();
        foreach (var text in query[name])
        {
            if (text is not null && known.TryGetValue(text, out var word))
            {
                words.Add(word);
            }
            else
            {
                problems.Add(name, "input.expectedOneOf", string.Join(", ", known.Keys));
            }
        }

        return words.Count == 0 ? null : words;
    }
}
