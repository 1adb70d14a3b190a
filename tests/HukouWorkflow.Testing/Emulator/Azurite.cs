using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HukouWorkflow.Testing.Emulator;

/// <summary>An Azurite (the Azure Storage emulator) of a test's own, on free loopback ports, gone with the test process.</summary>
public sealed partial class Azurite : IAsyncDisposable
{
    /// <summary>The emulator's account, the same on every machine.</summary>
    public const string AccountName = "devstoreaccount1";

    /// <summary>The emulator's published key, no secret.</summary>
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // Azurite has no way to end with its parent. Its standard input is a pipe that closes when this process ends, however it
    // ends; SIGINT is how Azurite is asked to save and close.
    private const string EndWithParent = "data:text/javascript,process.stdin.on('end',()=>process.emit('SIGINT')||process.exit()).resume()";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _program;
    private readonly bool _keepsData;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hukou-azurite-");
    private Process? _process;
    private int _tablePort;

    private Azurite(string program, bool keepsData) => (_program, _keepsData) = (program, keepsData);

    public Uri TableEndpoint => new($"http://127.0.0.1:{_tablePort.ToString(CultureInfo.InvariantCulture)}/{AccountName}");

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};TableEndpoint={TableEndpoint};";

    /// <summary>Starts one and waits until its tables answer. The running test is skipped where Azurite is not installed.</summary>
    /// <param name="keepsData">Whether data outlives <see cref="StopAsync"/>; in memory otherwise, which is quicker.</param>
    public static Task<Azurite> StartAsync(bool keepsData = false) => StartAsync(AzuriteInstallation.Require(), keepsData);

    /// <summary>The same outside a test, with a program that was found.</summary>
    public static async Task<Azurite> StartAsync(string program, bool keepsData = false)
    {
        var azurite = new Azurite(program, keepsData);
        try
        {
            await azurite.StartAgainAsync();
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it on the table port it had before it was stopped.</summary>
    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--import", EndWithParent, _program, "--silent", "--disableTelemetry", "--skipApiVersionCheck",
                "--blobPort", "0", "--queuePort", "0", "--tablePort", _tablePort.ToString(CultureInfo.InvariantCulture),
            },
        };
        if (!_keepsData)
        {
            start.ArgumentList.Add("--inMemoryPersistence");
        }

        _process = Process.Start(start)!;
        _tablePort = await TablePortAsync(_process.StandardOutput).WaitAsync(Patience);
    }

    /// <summary>Ends it as Ctrl+C would: requests under way are answered, and data to be kept is written.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
        {
            return;
        }

        _process = null;
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            _folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads the port that Azurite chose from the line it prints when it listens; nothing is polled and no port is guessed.</summary>
    private static async Task<int> TablePortAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (TableListening().Match(line) is { Success: true } match)
            {
                return int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException("Azurite ended before its table service listened; see its message on standard error.");
    }

    [GeneratedRegex("Table service is successfully listening at .*:(?<port>[0-9]+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableListening();
}
