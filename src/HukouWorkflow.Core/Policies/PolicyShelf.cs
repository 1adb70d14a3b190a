namespace HukouWorkflow.Core.Policies;

/// <summary>
/// Holds the book in force, and lets it be exchanged while cases are being decided. Whoever judges takes the book down once
/// and keeps to it until done: two looks at the shelf may see two books.
/// </summary>
public sealed class PolicyShelf
{
    private PolicyBook _current;

    /// <summary>A shelf with a book on it.</summary>
    public PolicyShelf(PolicyBook book) => _current = book;

    /// <summary>The book in force.</summary>
    public PolicyBook Current => Volatile.Read(ref _current);

    /// <summary>Puts another book in its place, at once and for everybody.</summary>
    public void Replace(PolicyBook book) => Volatile.Write(ref _current, book);
}
