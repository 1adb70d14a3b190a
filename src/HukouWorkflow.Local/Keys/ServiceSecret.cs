namespace HukouWorkflow.Local.Keys;

/// <summary>The names of a service's secrets, in whatever place keeps them.</summary>
internal static class ServiceSecret
{
    /// <summary>Stands for people. Made by the first start, whoever issues tokens; with another one nobody's case is theirs.</summary>
    public const string Person = "person";

    /// <summary>Signs local tokens.</summary>
    public const string Token = "token";
}
