using Spectre.Console;

namespace HukouWorkflow.Local.Commands;

/// <summary>The console to draw on: with colours on a terminal, plain and wide where output goes to a file or another program.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 160;

    /// <summary>The console of this process.</summary>
    public static IAnsiConsole Create()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
        plain.Profile.Width = WidthOfFiles;
        return plain;
    }
}
