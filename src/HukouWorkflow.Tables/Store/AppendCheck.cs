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
        CaseAppend.ThrowIfContradictory(append);
        byte[][] payloads = [.. append.Events.Select(EventJson.Write)];
        var longest = payloads.Select(payload => payload.Length).Concat(append.Personal.Select(item => item.Length)).DefaultIfEmpty().Max();
        return longest <= Column.MostBytes
            ? payloads
            : throw new ArgumentException($"An event or item of {longest} bytes does not fit: a row of Table Storage takes {Column.MostBytes}. Nothing was written.", nameof(append));
    }
}
