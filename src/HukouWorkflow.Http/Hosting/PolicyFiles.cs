using System.Security.Cryptography;
using System.Text;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Http.Hosting;

/// <summary>The files of the policy packs as they lay in their folder at one moment.</summary>
/// <param name="Files">Every YAML file, by the path its messages name; what could not be read is missing.</param>
/// <param name="Problems">What could not be read, and why.</param>
public sealed record PolicyFiles(IReadOnlyList<PackFile> Files, IReadOnlyList<PackProblem> Problems)
{
    /// <summary>Tells these files from any others: a hash (SHA-256, in hexadecimal) of all paths, texts and problems.</summary>
    public string Digest { get; } = DigestOf(Files, Problems);

    /// <summary>Reads the packs. There is a book only where every file could be read and nothing at all is wrong.</summary>
    public PolicyBookReading Read() => Problems.Count == 0 ? PolicyBook.Read(Files) : new PolicyBookReading(null, Problems);

    /// <summary>The rules of every pack.</summary>
    /// <exception cref="InvalidDataException">A pack does not load; every problem is named by file and line.</exception>
    public PolicyBook Load()
    {
        var reading = Read();
        return reading.Book ?? throw Refusal(reading.Problems);
    }

    internal static InvalidDataException Refusal(IReadOnlyList<PackProblem> problems) =>
        new(string.Join(Environment.NewLine, problems.Prepend<object>("The policy packs do not load:")));

    private static string DigestOf(IReadOnlyList<PackFile> files, IReadOnlyList<PackProblem> problems)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in files.SelectMany(file => (string[])[file.Path, file.Text]).Concat(problems.Select(problem => problem.ToString())))
        {
            // The length first: two files must not hash like one that holds both.
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
