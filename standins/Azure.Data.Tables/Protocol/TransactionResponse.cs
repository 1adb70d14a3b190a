using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Protocol;

/// <summary>The answers within a transaction's answer: one for each action, or one alone where an action failed.</summary>
internal static class TransactionResponse
{
    /// <summary>The key in an exception's data of the place of the action that failed.</summary>
    internal const string FailedEntity = "FailedEntity";

    /// <exception cref="TableTransactionFailedException">An action failed, so nothing was written.</exception>
    /// <exception cref="InvalidOperationException">There are not as many answers as actions, so what was written is not known.</exception>
    public static IReadOnlyList<Response> Read(Response response, int actions)
    {
        var parts = Parts(response).ToList();
        if (parts.Find(part => part.IsError) is { } failed)
        {
            throw Failure(failed);
        }

        return parts.Count == actions
            ? parts
            : throw new InvalidOperationException($"The service answered {parts.Count} of the transaction's {actions} actions.");
    }

    private static IEnumerable<ActionResponse> Parts(Response response)
    {
        using var reader = new StreamReader(response.Content.ToStream(), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                continue;
            }

            var status = line.Split(' ', 3);
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (reader.ReadLine() is { Length: > 0 } header)
            {
                var pair = header.Split(':', 2, StringSplitOptions.TrimEntries);
                headers[pair[0]] = pair[1];
            }

            // JSON is one line, so the line after the headers is the whole body, or none.
            var body = reader.ReadLine();
            yield return new(int.Parse(status[1], CultureInfo.InvariantCulture), status[2], headers, body, response.ClientRequestId);
        }
    }

    /// <summary>The service puts the action's place before its message, as "3:The specified entity already exists."</summary>
    private static TableTransactionFailedException Failure(ActionResponse failed)
    {
        var error = ODataErrorParser.Read(failed.Content);
        var place = error?.Message?.Split(':')[0];
        var exception = new RequestFailedException(failed.Status, error?.Message ?? failed.ReasonPhrase, error?.Code, innerException: null);
        if (int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            exception.Data[FailedEntity] = place;
        }

        return new(exception);
    }
}
