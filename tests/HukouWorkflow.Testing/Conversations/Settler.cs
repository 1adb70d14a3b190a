using System.Globalization;

namespace HukouWorkflow.Testing.Conversations;

/// <summary>A synthetic person: no two tests meet the same one.</summary>
public sealed record Settler(string Name, string ResidentId)
{
    private static int Count;

    /// <summary>The account the person signs in with.</summary>
    public string Account { get; } = $"account-of-{ResidentId[6..17]}";

    public static Settler Born(string birthDate) => Born(birthDate, "500230");

    public static Settler Born(string birthDate, string division)
    {
        var number = Interlocked.Increment(ref Count) % 1000;
        return new Settler($"王秀英{number}", Complete(division + birthDate + number.ToString("D3", CultureInfo.InvariantCulture)));
    }

    /// <summary>Seventeen digits and the check character that fits them.</summary>
    public static string Complete(string seventeen) => seventeen + Core.Identity.ResidentId.CheckCharacterOf(seventeen);
}
