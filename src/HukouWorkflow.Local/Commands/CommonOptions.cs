using System.CommandLine;

namespace HukouWorkflow.Local.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>The data folder.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "The data folder: cases, keys. It is created where there is none.",
        DefaultValueFactory = _ => "data",
        HelpName = "DIR",
    };

    /// <summary>The folder of policy packs.</summary>
    public static Option<string?> Policies() => new("--policies")
    {
        Description = "The folder of policy packs; without it, the packs that came with the program.",
        HelpName = "DIR",
    };

    /// <summary>An http address that must be absolute.</summary>
    public static Option<Uri> Address(string name, string description, string value) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => new Uri(value),
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens.Single().Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                return address;
            }

            result.AddError($"{name} takes an absolute http or https address, for example {value}.");
            return null;
        },
    };
}
