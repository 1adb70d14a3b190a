namespace HukouWorkflow.Http.Privacy;

/// <summary>The names of a service's secrets, in whatever place keeps them: what one host has made, another must find.</summary>
public static class ServiceSecret
{
    /// <summary>Stands for people. Made by the first start, whoever issues tokens; with another one nobody's case is theirs.</summary>
    public const string Person = "person";

    /// <summary>Signs local tokens.</summary>
    public const string Token = "token";
}
