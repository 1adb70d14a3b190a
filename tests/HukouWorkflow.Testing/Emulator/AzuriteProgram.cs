using System.Text.Json;

namespace HukouWorkflow.Testing.Emulator;

/// <summary>Where the build put Azurite.</summary>
public static class AzuriteProgram
{
    /// <summary>Why there may be none, and what to do.</summary>
    public const string Missing =
        "npm is not installed, or 'npm ci' did not succeed, so there is no Azurite. Install Node.js 20 or later and build again.";

    /// <summary>Azurite's program, or null where it is not installed.</summary>
    public static string? Find()
    {
        var program = Path.Combine(RepositoryRoot(), "node_modules", "azurite", "dist", "src", "azurite.js");
        return File.Exists(program) ? program : null;
    }

    /// <summary>The version of a program that was found.</summary>
    public static string VersionOf(string program)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(program)!, "..", "..", "package.json")));
        return package.RootElement.GetProperty("version").GetString()!;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HukouWorkflow.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
