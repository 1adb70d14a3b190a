using System.Security.Cryptography;
using HukouWorkflow.Core.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace HukouWorkflow.Agencies.Simulation;

/// <summary>
/// The six registers and the two benefit agencies as one HTTP service that answers from what it is told: it confirms and
/// grants, unless told otherwise. Its books are in memory and end with it. It writes no log, so it has nowhere to write
/// personal data to.
/// </summary>
public sealed class AgencySimulator : IAsyncDisposable
{
    private const int MaxBodyBytes = 64 * 1024;
    private readonly WebApplication _app;

    private AgencySimulator(WebApplication app) => _app = app;

    /// <summary>Where it listens, with the port it was given.</summary>
    public Uri BaseAddress => new(_app.Urls.First());

    /// <summary>Starts a simulator.</summary>
    /// <param name="url">Where to listen, for example <c>http://127.0.0.1:7081</c>; port 0 takes a free one. Plain http only.</param>
    /// <param name="faults">The faults it begins with; null means none.</param>
    /// <param name="time">The time that latency and late answers are measured in; null means real time.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ArgumentException">A fault is out of range; the message names all that are.</exception>
    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<AgencySimulator> StartAsync(
        Uri url,
        Faults? faults = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        faults ??= Faults.None;
        var outOfRange = faults.OutOfRange().Select(fault => $"{fault.Pointer}: {fault.Message}").ToList();
        if (outOfRange.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', outOfRange), nameof(faults));
        }

        var app = Build(url);
        Map(app, faults, time ?? TimeProvider.System);
        try
        {
            await app.StartAsync(cancellationToken);
            return new AgencySimulator(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it. Requests still held back are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(Uri url)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBodyBytes);
        builder.WebHost.UseUrls(url.AbsoluteUri);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        // The process belongs to whoever started the simulator; it must not catch their Ctrl+C.
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, EmbeddedLifetime>());
        return builder.Build();
    }

    private static void Map(WebApplication app, Faults faults, TimeProvider time)
    {
        var board = new FaultBoard(faults);
        var secret = RandomNumberGenerator.GetBytes(32);
        var desks = new List<Desk>();
        foreach (var register in Enum.GetValues<Register>())
        {
            desks.Add(new Desk(Agency.Of(register), (_, told, now) => Judgement.Of(register, told, now), board, secret, time));
        }

        foreach (var kind in Enum.GetValues<BenefitKind>())
        {
            desks.Add(new Desk(Agency.Of(kind), (key, told, now) => Judgement.Of(kind, key, told, now), board, secret, time));
        }

        foreach (var desk in desks)
        {
            app.MapPost(desk.Agency.Path, desk.HandleAsync);
        }

        app.MapGet("simulator/faults", board.ShowAsync);
        app.MapPut("simulator/faults", board.SetAsync);
        app.MapDelete("simulator/faults", board.ClearAsync);
        app.MapGet("simulator/books", context => context.Response.WriteAsJsonAsync(
            desks.ToDictionary(desk => desk.Agency.Name, desk => desk.Books, StringComparer.Ordinal),
            AgencyJson.Options,
            context.RequestAborted));
    }

    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
