namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>What fills a placeholder: words ready to stand in a sentence, or a number that a plural turns on.</summary>
internal readonly record struct TextValue(string? Words, decimal Number)
{
    public static implicit operator TextValue(string words) => new(words, 0);

    public static implicit operator TextValue(int number) => new(null, number);

    public static implicit operator TextValue(decimal number) => new(null, number);
}
