using System.Globalization;

namespace HukouWorkflow.Ordeals;

/// <summary>People who only apply, and are then waited for.</summary>
internal static class Settlers
{
    /// <summary>Applies for somebody whose five years are complete so many days after the ordeal's first day.</summary>
    /// <returns>The case.</returns>
    public static async Task<string> ApplyAsync(ServedFolder served, int person, int maturesAfter, CancellationToken cancellationToken)
    {
        const string Path = "api/applications";
        var residence = ServedFolder.Start.PlusYears(-5).PlusDays(maturesAfter);
        var asked = new KeyedRequest(Path, People.Application(person, residence), string.Create(CultureInfo.InvariantCulture, $"apply-{person}"));
        var answer = await served.Caller.PostAsync(ServiceCaller.Applicant(person), Path, asked.Body, asked.Key, cancellationToken);
        if (answer.Case is not { } id)
        {
            throw new InvalidOperationException($"An application was answered {answer}.");
        }

        served.Promises.Keep(new Promise(id, answer.Version, "applicationReceived", People.Text(residence), person, asked));
        return id;
    }
}
