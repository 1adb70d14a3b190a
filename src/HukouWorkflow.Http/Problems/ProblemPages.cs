using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace HukouWorkflow.Http.Problems;

/// <summary>Gives the answers that the framework makes by itself (a wrong method or content type, say) the form of every other problem.</summary>
public static class ProblemPages
{
    /// <summary>Writes the problem that belongs to a bare status.</summary>
    public static Task WriteAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var code = context.Response.StatusCode;
        var name = code switch
        {
            StatusCodes.Status404NotFound => "notFound",
            StatusCodes.Status405MethodNotAllowed => "method",
            StatusCodes.Status415UnsupportedMediaType => "contentType",
            >= StatusCodes.Status500InternalServerError => "internal",
            _ => "badRequest",
        };
        return Problem.Of(context, code, name).ExecuteAsync(context);
    }
}
