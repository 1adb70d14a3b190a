namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>
/// Refuses packs that recognise one another's years in a circle: the same days could be carried round it, and nobody could say
/// in which city they were earned.
/// </summary>
internal static class RecognitionCircles
{
    public static void Check(IReadOnlyList<PolicyPack> packs, ICollection<PackProblem> problems)
    {
        foreach (var pack in packs)
        {
            // Named once, at the first of its packs in order of name.
            if (Circle(pack, packs) is { } circle && circle.All(other => string.CompareOrdinal(pack.Id, other.Id) <= 0))
            {
                var at = pack.Recognition[0].At;
                problems.Add(new(at.File, at.Line, "recognitionCircle", $"Recognition goes round in a circle: {string.Join(" > ", circle.Append(pack).Select(each => each.Id))}. Let one of them not recognise the next."));
            }
        }
    }

    private static List<PolicyPack>? Circle(PolicyPack start, IReadOnlyList<PolicyPack> packs)
    {
        var paths = new Queue<List<PolicyPack>>([[start]]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (paths.TryDequeue(out var path))
        {
            foreach (var next in packs.Where(next => Recognises(path[^1], next)))
            {
                if (ReferenceEquals(next, start))
                {
                    return path;
                }

                if (seen.Add(next.Id))
                {
                    paths.Enqueue([.. path, next]);
                }
            }
        }

        return null;
    }

    private static bool Recognises(PolicyPack pack, PolicyPack other) =>
        pack.Recognition.Any(recognition => other.Cities.Any(city => recognition.Places.Any(city.IsIn)));
}
