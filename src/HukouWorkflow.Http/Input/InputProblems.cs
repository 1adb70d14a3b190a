namespace HukouWorkflow.Http.Input;

/// <summary>Everything that is wrong with an input, by JSON pointer (RFC 6901). No message carries the value itself.</summary>
internal sealed class InputProblems
{
    // An answer must not be many times as long as its question, and nobody mends more at once.
    private const int Most = 500;

    private readonly List<InputProblem> _problems = [];

    /// <summary>The problems, in the order found.</summary>
    public IReadOnlyList<InputProblem> All => _problems;

    /// <summary>Whether nothing is wrong.</summary>
    public bool None => _problems.Count == 0;

    /// <summary>Notes a problem, unless there are very many already.</summary>
    /// <param name="pointer">Where.</param>
    /// <param name="text">The text's key.</param>
    /// <param name="arguments">What the text names. No personal data.</param>
    public void Add(string pointer, string text, params object[] arguments)
    {
        if (_problems.Count < Most)
        {
            _problems.Add(new InputProblem(pointer, text, arguments));
        }
    }

    /// <summary>Whether something is wrong at a place or below it.</summary>
    public bool At(string pointer) =>
        _problems.Exists(problem => problem.Pointer.StartsWith(pointer, StringComparison.Ordinal)
            && (problem.Pointer.Length == pointer.Length || problem.Pointer[pointer.Length] == '/'));
}
