using System.Globalization;
using System.Net;
using NodaTime;

namespace HukouWorkflow.Ordeals;

/// <summary>One person's dealings with the service: an application in one of several ways, then a handful of calls of every kind, by them and by staff.</summary>
internal sealed class SettlerLife(ServiceCaller caller, Promises promises, int person, LocalDate today, int seed, CancellationToken cancellationToken)
{
    private const int MostCalls = 6;

    private readonly Random _chance = new(seed);
    private readonly LocalDate _residence = today.PlusDays(-700 - (person * 397 % 1130));
    private readonly List<Promise> _mine = [];
    private string _case = "";

    private string Name => string.Create(CultureInfo.InvariantCulture, $"person-{person}");

    /// <summary>Lives it.</summary>
    public async Task LiveAsync()
    {
        if (!await ApplyAsync())
        {
            return;
        }

        var calls = _chance.Next(MostCalls);
        for (var call = 0; call < calls; call++)
        {
            await Task.Delay(_chance.Next(100), cancellationToken);
            await CallAsync(call);
        }
    }

    private Task<bool> ApplyAsync()
    {
        var application = People.Application(person, _residence, withChild: person % 4 == 1);
        return _chance.Next(10) switch
        {
            < 6 => ApplyWithAsync(application, Key("apply")),
            < 8 => ApplyTwiceAsync(application, Key("apply"), Key("apply")),
            < 9 => ApplyTwiceAsync(application, Key("apply"), Key("again")),
            _ => ApplyWithAsync(application, null),
        };
    }

    private async Task<bool> ApplyWithAsync(object application, string? key)
    {
        var answer = await PostAsync("api/applications", application, key);
        if (key is null)
        {
            promises.Unheard(answer.Unanswered);
            if (answer is { Status: HttpStatusCode.Conflict, Unanswered: > 0 })
            {
                promises.Unclaim();
                return false;
            }
        }

        return KeepApplication(answer, application, key);
    }

    // At the same time: under one key both hear of the same case, under two only one has a case.
    private async Task<bool> ApplyTwiceAsync(object application, string key, string other)
    {
        var both = await Task.WhenAll(PostAsync("api/applications", application, key), PostAsync("api/applications", application, other));
        if (string.Equals(key, other, StringComparison.Ordinal))
        {
            if (both[0].Case is null || !string.Equals(both[0].Case, both[1].Case, StringComparison.Ordinal))
            {
                promises.Complain($"{Name}: one key was answered {both[0]} and {both[1]}.");
            }

            return KeepApplication(both[0], application, key);
        }

        // Two cases are in order where the first was closed before the second was opened: the journals tell.
        var taken = both.Zip([key, other]).Where(each => each.First.IsAcknowledged).ToList();
        if (taken.Count == 0 || both.Any(answer => answer.Status is not (HttpStatusCode.Accepted or HttpStatusCode.Conflict)))
        {
            promises.Complain($"{Name}: two applications at once were answered {both[0]} and {both[1]}.");
        }

        taken.ForEach(each => KeepApplication(each.First, application, each.Second));
        return taken.Count > 0;
    }

    private bool KeepApplication(Answer answer, object application, string? key)
    {
        if (answer.Case is not { } id)
        {
            promises.Complain($"{Name}: an application was answered {answer}.");
            return false;
        }

        _case = id;
        Keep(answer, "applicationReceived", People.Text(_residence), "api/applications", application, key);
        return true;
    }

    private Task CallAsync(int call) => _chance.Next(20) switch
    {
        < 9 => StateAsync(call),
        9 => AddEvidenceAsync(call),
        10 => RepeatAsync(),
        11 => ReuseKeyAsync(),
        12 => ExpectAsync(PostAsync($"api/applications/{_case}/events", new { type = "endorsed", on = "someday", wher = 1 }, Key("bad", call)), HttpStatusCode.BadRequest),
        13 => ExpectAsync(caller.GetAsync(ServiceCaller.Supervisor, $"api/cases/{_case}", cancellationToken), HttpStatusCode.OK),
        14 => ExpectAsync(caller.GetAsync(ServiceCaller.Auditor, $"api/cases/{_case}/journal?limit=3", cancellationToken), HttpStatusCode.OK),
        15 => ListAsync(),
        16 => ExpectAsync(caller.GetAsync(ServiceCaller.Applicant(person), $"api/applications/{_case}", cancellationToken), HttpStatusCode.OK),
        17 => ExpectAsync(caller.GetAsync(ServiceCaller.Applicant(person), $"api/applications/{_case}/explanation", cancellationToken), HttpStatusCode.OK),
        18 => ExpectAsync(caller.GetAsync(ServiceCaller.Applicant(person + 1), $"api/applications/{_case}", cancellationToken), HttpStatusCode.NotFound),
        _ => WithdrawAsync(call),
    };

    private async Task StateAsync(int call)
    {
        var statement = Statement.Of(_chance.Next(Statement.Kinds), call, person, _residence);
        if (_mine.Exists(promise => promise.Event is "householdMemberJoined") && statement.Event is "householdMemberJoined")
        {
            return;
        }

        // Only a fact that is in the journal once, however often it is stated, can be stated without a key.
        var key = statement.Event is "absenceStated" or "insuranceStated" or "taxStated" && _chance.Next(2) == 0 ? null : Key("event", call);
        await ChangeAsync("events", statement.Event, statement.Mark, statement.Body, key);
    }

    private Task AddEvidenceAsync(int call) => ChangeAsync("evidence", "evidenceAdded", "", new { title = "A lease" }, Key("evidence", call));

    private Task WithdrawAsync(int call) => ChangeAsync("withdrawal", "applicationWithdrawn", "", new { }, Key("withdrawal", call));

    // 409: closed, or granted already.
    private async Task ChangeAsync(string what, string happened, string mark, object body, string? key)
    {
        var path = $"api/applications/{_case}/{what}";
        var answer = await PostAsync(path, body, key);
        if (answer.IsAcknowledged)
        {
            Keep(answer, happened, mark, path, body, key);
        }
        else if (answer.Status != HttpStatusCode.Conflict)
        {
            promises.Complain($"{Name}: {happened} was answered {answer}.");
        }
    }

    private async Task RepeatAsync()
    {
        var earlier = _mine[_chance.Next(_mine.Count)];
        if (earlier.Asked is { } asked)
        {
            var answer = await PostAsync(asked.Path, asked.Body, asked.Key);
            if (!answer.Repeats(earlier))
            {
                promises.Complain($"{Name}: what was answered version {earlier.Version} of {earlier.Case} was then answered {answer}.");
            }
        }
    }

    private async Task ReuseKeyAsync()
    {
        if (_mine[_chance.Next(_mine.Count)].Asked is { } asked)
        {
            await ExpectAsync(PostAsync($"api/applications/{_case}/evidence", new { title = "Another" }, asked.Key), HttpStatusCode.UnprocessableEntity);
        }
    }

    private async Task ListAsync()
    {
        var caseworker = ServiceCaller.Caseworker(People.District);
        var first = await caller.GetAsync(caseworker, "api/cases?status=accruing&limit=5", cancellationToken);
        if (first.Status == HttpStatusCode.OK && first.Body.GetProperty("cursor").GetString() is { } cursor)
        {
            await ExpectAsync(caller.GetAsync(caseworker, $"api/cases?status=accruing&limit=5&cursor={Uri.EscapeDataString(cursor)}", cancellationToken), HttpStatusCode.OK);
        }
    }

    private async Task ExpectAsync(Task<Answer> asked, HttpStatusCode status)
    {
        var answer = await asked;
        if (answer.Status != status)
        {
            promises.Complain($"{Name}: {(int)status} was due, and the answer was {answer}.");
        }
    }

    private void Keep(Answer answer, string happened, string mark, string path, object body, string? key)
    {
        var promise = new Promise(answer.Case!, answer.Version, happened, mark, person, key is null ? null : new KeyedRequest(path, body, key));
        _mine.Add(promise);
        promises.Keep(promise);
    }

    private Task<Answer> PostAsync(string path, object body, string? key) => caller.PostAsync(ServiceCaller.Applicant(person), path, body, key, cancellationToken);

    private static string Key(string what, int call = 0) => string.Create(CultureInfo.InvariantCulture, $"{what}-{call}");
}
