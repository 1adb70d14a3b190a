using System.Globalization;

namespace HukouWorkflow.Core.Policies;

/// <summary>Why a pack does not load, where, and what to do about it.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Rule">The rule that is broken; its name never changes.</param>
/// <param name="Message">What is wrong, then the remedy.</param>
public sealed record PackProblem(string File, int Line, string Rule, string Message)
{
    /// <summary>For example <c>policies/x/pack.yaml:12: [unknownKey] 'titel' is no key here. Did you mean 'title'?</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: [{Rule}] {Message}");
}
