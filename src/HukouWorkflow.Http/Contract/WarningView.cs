namespace HukouWorkflow.Http.Contract;

/// <summary>Something that looks wrong but was accepted.</summary>
/// <param name="At">JSON pointer (RFC 6901) to the value.</param>
/// <param name="Message">What looks wrong.</param>
public sealed record WarningView(
    string At,
    string Message);
