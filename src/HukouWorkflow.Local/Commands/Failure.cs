using HukouWorkflow.Core.Ports;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Local.Moving;
using HukouWorkflow.Sqlite;
using HukouWorkflow.Tables;
using Microsoft.Extensions.Options;
using YamlDotNet.Core;

namespace HukouWorkflow.Local.Commands;

/// <summary>Runs a command and says in one line what stands in its way, where that is the set-up and not a fault of the program.</summary>
internal static class Failure
{
    /// <summary>The exit code of a command that could not do what it was asked.</summary>
    public const int Code = 1;

    /// <summary>Runs a command.</summary>
    public static async Task<int> ReportAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception failure) when (failure is DataFolderException or StorageRefusedException or ArchiveException or StartupException or InvalidDataException or StoreUnavailableException or IOException or UnauthorizedAccessException or HttpRequestException or YamlException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Code;
        }
    }
}
