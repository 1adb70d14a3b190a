using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Bench.Hosting;

/// <summary>What was acknowledged must be there.</summary>
internal static class Acknowledged
{
    /// <summary>Holds the ids that a load generator was given against the file of the service.</summary>
    /// <param name="dataFolder">The service's data folder.</param>
    /// <param name="idsFile">The ids of accepted applications, one a line.</param>
    /// <param name="accepted">How many applications were accepted in all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="BenchException">A case is missing, or there is one that nobody was told of.</exception>
    public static async Task MustBeInAsync(string dataFolder, string idsFile, long accepted, CancellationToken cancellationToken)
    {
        using var file = CaseFile.Open(dataFolder);
        var stored = file.ReadIds();
        var lines = await File.ReadAllLinesAsync(idsFile, cancellationToken);
        var missing = lines.Count(line => !CaseId.TryParse(line, out var id) || !stored.Contains(id));
        if (missing > 0 || stored.Count != accepted || lines.Distinct(StringComparer.Ordinal).Count() != accepted)
        {
            throw new BenchException($"{accepted} applications were accepted, {lines.Length} ids given, {stored.Count} cases are stored, and {missing} of the ids are not among them.");
        }
    }
}
