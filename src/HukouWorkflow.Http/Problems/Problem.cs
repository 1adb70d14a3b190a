using System.Diagnostics;
using HukouWorkflow.Http.Input;
using HukouWorkflow.Http.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace HukouWorkflow.Http.Problems;

/// <summary>Answers that say what is wrong (RFC 9457), in the language of the request.</summary>
internal static class Problem
{
    /// <summary>A problem by its name.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="name">The name: the middle of the keys of its texts, and the end of its type.</param>
    /// <param name="arguments">What the detail names.</param>
    public static IResult Of(HttpContext context, int status, string name, params object[] arguments) =>
        new ProblemAnswer(Details(context, status, name, $"problem.{name}.detail", arguments));

    /// <summary>A problem whose detail has a key of its own.</summary>
    public static IResult WithDetail(HttpContext context, int status, string name, string detailKey, params object[] arguments) =>
        new ProblemAnswer(Details(context, status, name, detailKey, arguments));

    /// <summary>Everything wrong with an input, at once.</summary>
    public static IResult OfInput(HttpContext context, InputProblems problems)
    {
        var culture = HumanText.LanguageOf(context.Request);
        var details = Details(context, StatusCodes.Status400BadRequest, "input", "problem.input.detail", []);
        details.Extensions["errors"] = problems.All
            .GroupBy(problem => problem.Pointer, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(problem => HumanText.Get(culture, problem.Text, problem.Arguments)).Distinct(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal);
        return new ProblemAnswer(details);
    }

    private static ProblemDetails Details(HttpContext context, int status, string name, string detailKey, object[] arguments)
    {
        var culture = HumanText.LanguageOf(context.Request);
        return new ProblemDetails
        {
            Type = $"urn:hukou:problem:{name}",
            Title = HumanText.Get(culture, $"problem.{name}.title"),
            Status = status,
            Detail = HumanText.Get(culture, detailKey, arguments),
            Instance = context.Request.Path,
            Extensions = { ["traceId"] = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier },
        };
    }
}
