using System.CommandLine;
using HukouWorkflow.Local.Commands;

namespace HukouWorkflow.Local.Storage;

/// <summary>The options by which a command is told which store it works on.</summary>
internal sealed class PlaceOptions
{
    /// <summary>The environment variable that stands for <c>--storage</c>: what it holds should not stand in a list of processes.</summary>
    public const string Variable = "HUKOU_STORAGE";

    /// <summary>The data folder.</summary>
    public Option<string> Data { get; } = CommonOptions.Data();

    /// <summary>The storage account, where the store is not in the data folder.</summary>
    public Option<string?> Storage { get; } = new("--storage")
    {
        Description = $"Keep cases and keys in Azure Table Storage instead: a connection string, UseDevelopmentStorage=true, or the https address of a table service (then with this machine's Azure identity). Better given in {Variable}.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value ? value : null,
        HelpName = "ACCOUNT",
    };

    /// <summary>The place a command line names.</summary>
    public StorePlace Read(ParseResult parsed) => new(parsed.GetRequiredValue(Data), parsed.GetValue(Storage));
}
