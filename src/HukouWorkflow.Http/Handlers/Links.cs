using HukouWorkflow.Core.Identity;
using HukouWorkflow.Http.Contract;

namespace HukouWorkflow.Http.Handlers;

/// <summary>Where a case is found.</summary>
internal static class Links
{
    /// <summary>The addresses of a case, relative to the service.</summary>
    public static LinksView Of(CaseId id) => new($"/api/applications/{id}", $"/api/applications/{id}/explanation");
}
