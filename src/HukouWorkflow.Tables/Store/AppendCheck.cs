using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Tables.Rows;

namespace HukouWorkflow.Tables.Store;

/// <summary>Refuses appends that contradict themselves or that no row can hold, before anything is written.</summary>
internal static class AppendCheck
{
    /// <summary>The events as they are stored.</summary>
    /// <exception cref="ArgumentException">The append cannot be made, ever.</exception>
    public static byte[][] Payloads(CaseAppend append)
    {
        if (append.ExpectedVersion < 0)
        {
            throw new ArgumentException("A case's version counts the events appended.", nameof(append));
        }

        if (append.Person is not null && (append.ExpectedVersion > 0 || append.Events.Count == 0))
        {
            throw new ArgumentException("A person is reserved by the first append of a case, and by no other.", nameof(append));
        }

        if (append.State.Version == 0 ? append.Personal.Count > 0 : append.State.Facts is null)
        {
            throw new ArgumentException("A case begins with the application received.", nameof(append));
        }

        byte[][] payloads = [.. append.Events.Select(EventJson.Write)];
        var longest = payloads.Select(payload => payload.Length).Concat(append.Personal.Select(item => item.Length)).DefaultIfEmpty().Max();
        return longest <= Column.MostBytes
            ? payloads
            : throw new ArgumentException($"An event or item of {longest} bytes does not fit: a row of Table Storage takes {Column.MostBytes}. Nothing was written.", nameof(append));
    }
}
