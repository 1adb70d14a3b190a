using System.Globalization;
using System.Net;
using HukouWorkflow.Http.Access;

namespace HukouWorkflow.Local.Tests;

/// <summary>What applicants say to the service, and what tests expect of its answers.</summary>
internal sealed class Applicants(Uri address, LocalTokens tokens) : IDisposable
{
    private readonly ServiceCaller _caller = new(address, tokens);
    private readonly HttpClient _http = new() { BaseAddress = address };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<Answer> PostAsync(int person, string path, object body, string key) =>
        _caller.PostAsync(ServiceCaller.Applicant(person), path, body, key, Ct);

    public Task<Answer> GetAsync(int person, string path) => _caller.GetAsync(ServiceCaller.Applicant(person), path, Ct);

    /// <summary>The case's status as its applicant sees it.</summary>
    public async Task<string> StatusAsync(int person, string id)
    {
        var answer = await GetAsync(person, $"api/applications/{id}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body.GetProperty("status").GetString()!;
    }

    /// <summary>Applies, and gives the case's id.</summary>
    public async Task<string> ApplyAsync(int person, object application)
    {
        var answer = await PostAsync(person, "api/applications", application, string.Create(CultureInfo.InvariantCulture, $"apply-{person}"));
        Assert.True(answer.Status == HttpStatusCode.Accepted, answer.ToString());
        return answer.Body.GetProperty("id").GetString()!;
    }

    public Task<string> TextAsync(string path) => _http.GetStringAsync(path, Ct);

    public void Dispose()
    {
        _caller.Dispose();
        _http.Dispose();
    }
}
