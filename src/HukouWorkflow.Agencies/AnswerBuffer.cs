namespace HukouWorkflow.Agencies;

/// <summary>Reads a whole answer, up to a limit: what an agency sends is not trusted to be short.</summary>
internal sealed class AnswerBuffer : DelegatingHandler
{
    /// <summary>Bytes read of an answer; the longest that means anything is under 300.</summary>
    public const int Limit = 8 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(Limit, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
