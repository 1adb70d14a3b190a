namespace HukouWorkflow.Http.Access;

/// <summary>The OIDC authority that signs tokens in production.</summary>
/// <param name="Address">Its address; keys are read from its discovery document, over HTTPS only.</param>
/// <param name="Audience">The audience its tokens for this service name.</param>
public sealed record Authority(Uri Address, string Audience);
