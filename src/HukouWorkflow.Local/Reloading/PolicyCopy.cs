using System.Text.Json;
using System.Text.Json.Serialization;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Http.Hosting;

namespace HukouWorkflow.Local.Reloading;

/// <summary>
/// The policy files a service serves by, as it keeps them in its data folder (<c>policies.json</c>): the next start compares
/// with them, whatever has become of the policy folder meanwhile.
/// </summary>
/// <param name="Files">The files.</param>
/// <param name="Reckoned">The digest of the files by which every open case has been reckoned, or null where none is known: those of another build, or another walk, may differ.</param>
internal sealed record PolicyCopy(IReadOnlyList<PackFile> Files, string? Reckoned)
{
    private const string Name = "policies.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Read by people too: Chinese stays Chinese.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
    };

    /// <summary>The digest of the files.</summary>
    [JsonIgnore]
    public string Digest => new PolicyFiles(Files, []).Digest;

    /// <summary>Where a data folder keeps it.</summary>
    public static string FileIn(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), Name);

    /// <summary>The copy in a data folder, or null where there is none.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <exception cref="JsonException">The file holds something else.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static PolicyCopy? Read(string dataFolder) =>
        File.Exists(FileIn(dataFolder)) ? JsonSerializer.Deserialize<PolicyCopy>(File.ReadAllBytes(FileIn(dataFolder)), Json) : null;

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public void Write(string dataFolder)
    {
        var draft = FileIn(dataFolder) + ".draft";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, this, Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, FileIn(dataFolder), overwrite: true);
    }
}
