namespace HukouWorkflow.Functions.Hosting;

/// <summary>The service cannot start as it is set up.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Says all that is wrong, each in a sentence that names the setting and what to do. No values: one may be a key.</summary>
    public SettingsException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems.Prepend("The service cannot start as it is set up:")))
    {
        Problems = problems;
    }

    /// <summary>What is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
