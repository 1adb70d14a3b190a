using System.CommandLine;
using HukouWorkflow.Agencies;
using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>host</c>: a baseline. A measuring command starts it in a process of its own.</summary>
internal static class HostCommand
{
    // Nobody listens there: an application that would be stepped fails instead of being measured.
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var baseline = new Argument<Baseline>("baseline") { Description = "In what it differs from hukou serve." };
        var urls = new Option<string>("--urls") { Description = "Where to listen.", Required = true };
        var data = new Option<string>("--data") { Description = "The data folder.", Required = true };
        var start = new Option<Instant?>("--start")
        {
            Description = "The instant at which its time begins, as 2026-12-01T15:59:30Z; it goes on as fast as real time.",
            CustomParser = result => InstantPattern.General.Parse(result.Tokens.Single().Value).Value,
        };
        var command = new Command("host", "Serve a baseline.") { baseline, urls, data, start };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => Measurement.ReportAsync(
            () => ServeAsync(parsed.GetValue(baseline), parsed.GetRequiredValue(urls), parsed.GetRequiredValue(data), parsed.GetValue(start), cancellationToken)));
        return command;
    }

    private static async Task ServeAsync(Baseline baseline, string urls, string dataFolder, Instant? start, CancellationToken cancellationToken)
    {
        if (baseline is Baseline.Constant)
        {
            await using var constant = await ConstantHost.StartAsync(urls, cancellationToken);
            Console.WriteLine(RunningService.BaselineServes + constant.Urls.First());
            await constant.WaitForShutdownAsync(cancellationToken);
            return;
        }

        var settings = new ServeSettings
        {
            Urls = urls,
            DataFolder = dataFolder,
            Agencies = new AgencyOptions { BaseAddress = Nowhere },
            TimeLapse = start is null ? null : TimeSpan.FromSeconds(1),
            Start = start,
        };
        await using var service = await LocalService.StartAsync(settings, services => Change(services, baseline), cancellationToken);
        Console.WriteLine(RunningService.BaselineServes + service.Address);
        await service.WaitForShutdownAsync(cancellationToken);
    }

    private static void Change(IServiceCollection services, Baseline baseline)
    {
        if (baseline is Baseline.NoStorage)
        {
            services.AddSingleton<ICaseStore, ForgetfulStore>();
        }
        else
        {
            services.AddSingleton<IRegisters, PromptAgencies>().AddSingleton<IBenefitAgencies, PromptAgencies>();
        }
    }
}
