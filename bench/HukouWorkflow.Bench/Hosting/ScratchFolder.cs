namespace HukouWorkflow.Bench.Hosting;

/// <summary>A folder that is gone when the measurement is over.</summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("hukou-bench-").FullName;

    /// <summary>A folder or file within.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
