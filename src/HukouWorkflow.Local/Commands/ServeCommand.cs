using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using HukouWorkflow.Agencies;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Local.Storage;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou serve</c>: the service in one process.</summary>
internal static class ServeCommand
{
    private const string AuthorityVariable = "HUKOU_AUTHORITY";
    private const string AudienceVariable = "HUKOU_AUDIENCE";

    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://localhost:7071", HelpName = "URL" };
        var place = new PlaceOptions();
        var policies = CommonOptions.Policies();
        var agencies = CommonOptions.Address("--agencies", "Where the registers and benefit agencies are.", "http://localhost:7081");
        var lapse = new Option<TimeSpan?>("--time-lapse")
        {
            Description = "How much service time passes in a real second, for example 30d, 12h or 90m. Without it, time is real.",
            HelpName = "SPAN",
            CustomParser = ReadSpan,
        };
        var start = new Option<Instant?>("--start")
        {
            Description = "The day on which lapsed time begins (midnight in China). A data folder that has seen a later day goes on from there.",
            HelpName = "DATE",
            CustomParser = ReadStart,
        };
        var command = new Command(
            "serve",
            $"Serve the HTTP contract and step the cases. In production name an OIDC authority in {AuthorityVariable} and {AudienceVariable}; the data folder's own tokens are then refused.")
        {
            urls, place.Data, place.Storage, policies, agencies, lapse, start,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(start) is not null && result.GetResult(lapse) is null)
            {
                result.AddError("--start goes with --time-lapse: real time begins now.");
            }
        });
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => RunAsync(
            new ServeSettings
            {
                Urls = parsed.GetRequiredValue(urls),
                DataFolder = parsed.GetRequiredValue(place.Data),
                Storage = parsed.GetValue(place.Storage),
                PolicyFolder = parsed.GetValue(policies) ?? PolicyFolders.Default,
                Agencies = new AgencyOptions { BaseAddress = parsed.GetRequiredValue(agencies) },
                Authority = ReadAuthority(),
                TimeLapse = parsed.GetValue(lapse),
                Start = parsed.GetValue(start),
            },
            cancellationToken)));
        return (command, "hukou agencies &\nhukou serve --data ./data --time-lapse 30d --start 2021-10-08");
    }

    private static async Task<int> RunAsync(ServeSettings settings, CancellationToken cancellationToken)
    {
        await using var service = await LocalService.StartAsync(settings, cancellationToken);
        Console.WriteLine($"hukou serves at {service.Address}");
        Console.WriteLine($"Its data are in {new StorePlace(settings.DataFolder, settings.Storage)}; it asks the agencies at {settings.Agencies.BaseAddress}");
        WarnOfTimeAhead(service.Services.GetRequiredService<ServiceClock>());
        await service.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    // An hour is a clock set right; days are most often a folder that was served with --time-lapse before.
    private static void WarnOfTimeAhead(ServiceClock clock)
    {
        if (clock.Behind > Duration.FromHours(1))
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"This machine's clock is {clock.Behind.TotalDays:0.#} days behind what the store has seen ({clock.Today:uuuu-MM-dd}). Nothing falls due until it has caught up. If the folder was served with --time-lapse, go on with that, or take another folder with --data."));
        }
    }

    private static Authority? ReadAuthority()
    {
        var address = Environment.GetEnvironmentVariable(AuthorityVariable);
        if (string.IsNullOrEmpty(address))
        {
            return null;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https"
            && Environment.GetEnvironmentVariable(AudienceVariable) is { Length: > 0 } audience
            ? new Authority(uri, audience)
            : throw new StartupException($"{AuthorityVariable} must be an https address, and {AudienceVariable} must name the audience of its tokens.");
    }

    private static TimeSpan? ReadSpan(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text.Length > 1 && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 100_000)
        {
            switch (text[^1])
            {
                case 'd': return TimeSpan.FromDays(count);
                case 'h': return TimeSpan.FromHours(count);
                case 'm': return TimeSpan.FromMinutes(count);
                case 's': return TimeSpan.FromSeconds(count);
            }
        }

        result.AddError("--time-lapse takes a span such as 30d, 12h, 90m or 10s.");
        return null;
    }

    private static Instant? ReadStart(ArgumentResult result)
    {
        if (LocalDatePattern.Iso.Parse(result.Tokens.Single().Value).TryGetValue(default, out var day))
        {
            return ChinaTime.StartOf(day);
        }

        result.AddError("--start takes a date as YYYY-MM-DD.");
        return null;
    }
}
