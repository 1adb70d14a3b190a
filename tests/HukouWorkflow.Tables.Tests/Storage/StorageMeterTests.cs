using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using HukouWorkflow.Tables.Storage;
using HukouWorkflow.Testing;
using HukouWorkflow.Testing.Emulator;
using NodaTime;

namespace HukouWorkflow.Tables.Tests.Storage;

public sealed class StorageMeterTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_case_under_way_When_its_wake_moves_Then_four_transactions_are_counted_and_as_many_are_sent()
    {
        var storage = await TestStorage.CreateAsync(azurite);
        var pipeline = new FaultyPipeline();
        using var store = await storage.OpenAsync(options => pipeline.Under(options));
        var first = Cases.Received(Cases.NewId()) with { NextWake = Cases.Start };
        await store.AppendAsync(first, Ct);
        var counted = new ConcurrentBag<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, heard) =>
        {
            if (instrument.Meter.Name is StorageMeter.Name)
            {
                heard.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (tags[1].Value is string table && table.StartsWith(storage.Prefix, StringComparison.Ordinal))
            {
                counted.Add($"{tags[0].Value} {table[storage.Prefix.Length..]}");
            }
        });
        listener.Start();
        pipeline.Sent = 0;

        await store.AppendAsync(Cases.Viewed(first.State) with { NextWake = Cases.Start + Duration.FromDays(1) }, Ct);

        Assert.Equal("delete Wakes, find Cases, put Wakes, transaction Cases", string.Join(", ", counted.Order(StringComparer.Ordinal)));
        Assert.Equal(4, pipeline.Sent);
    }
}
