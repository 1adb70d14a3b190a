namespace HukouWorkflow.Http.Contract;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Cursor">What to pass to get the next page, or null where there is none. Opaque.</param>
public sealed record ListView<T>(IReadOnlyList<T> Items, string? Cursor);
