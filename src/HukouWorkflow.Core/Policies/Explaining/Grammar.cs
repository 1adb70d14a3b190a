using System.Globalization;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>
/// How a language writes dates, times and lists. It is code, not data, because no city differs in it; and it asks neither ICU
/// nor the machine's culture, so that a letter reads alike wherever it was written.
/// </summary>
internal abstract class Grammar
{
    /// <summary>Between two sentences of a paragraph.</summary>
    public abstract string BetweenSentences { get; }

    /// <summary>Between two clauses of a sentence.</summary>
    public abstract string BetweenClauses { get; }

    /// <summary>Between a document and its article.</summary>
    public abstract string BetweenNames { get; }

    public static Grammar Of(Language language) => language == Language.Chinese ? ChineseGrammar.Instance : EnglishGrammar.Instance;

    /// <summary>A day: <c>3 November 2024</c>, <c>2024年11月3日</c>.</summary>
    public abstract string Date(LocalDate day);

    /// <summary>A day of a year that was just named: <c>3 November</c>; with its year where that is another.</summary>
    public abstract string DateIn(int year, LocalDate day);

    /// <summary>All the days from one to another, both of them in it.</summary>
    public abstract string Days(LocalDate first, LocalDate last);

    /// <summary>A time that a rule asks for: <c>5 years</c>, <c>五年</c>.</summary>
    public abstract string Asked(Period period);

    /// <summary>A time that has passed: <c>4 years 312 days</c>, <c>4年312天</c>; <c>0 days</c> where none has.</summary>
    public abstract string Passed(Period period);

    /// <summary>Money: <c>100,000 yuan</c>, <c>100,000元</c>.</summary>
    public abstract string Money(decimal yuan);

    /// <summary>Such as <c>a, b and c</c>.</summary>
    public abstract string And(IReadOnlyList<string> parts);

    /// <summary>Such as <c>a, b or c</c>.</summary>
    public abstract string Or(IReadOnlyList<string> parts);

    /// <summary>A number with its thousands apart and at most two decimals: <c>1,234.5</c>.</summary>
    public static string Number(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Sentences as one paragraph.</summary>
    public string Paragraph(IEnumerable<string> sentences) => string.Join(BetweenSentences, sentences);

    protected static string Join(IReadOnlyList<string> parts, string comma, string last) => parts.Count < 2
        ? string.Concat(parts)
        : string.Join(comma, parts.Take(parts.Count - 1)) + last + parts[^1];
}
