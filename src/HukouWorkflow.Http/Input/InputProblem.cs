namespace HukouWorkflow.Http.Input;

/// <summary>Something wrong with an input.</summary>
/// <param name="Pointer">Where: a JSON pointer, or the name of a header or query parameter.</param>
/// <param name="Text">The text's key in <c>Texts.resx</c>.</param>
/// <param name="Arguments">What the text names.</param>
internal sealed record InputProblem(string Pointer, string Text, object[] Arguments);
