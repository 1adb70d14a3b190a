using HukouWorkflow.Bench.Growing;
using HukouWorkflow.Bench.Seeding;
using HukouWorkflow.Http.Hosting;

namespace HukouWorkflow.Bench.Tests.Growing;

public sealed class TablePagesTests
{
    [Fact]
    public async Task Given_a_seeded_file_When_its_pages_are_counted_Then_tables_and_indexes_take_all_of_it_but_the_schema_page()
    {
        const int PageSize = 4096;
        var plan = new SeedPlan(20_000);
        using var folder = await SeededFolder.OpenAsync(plan, new SeedPlace(Path.GetTempPath(), null), PolicyFolders.Load(PolicyFolders.Default), TestContext.Current.CancellationToken);

        var pages = TablePages.Read(folder.Data).ToDictionary(table => table.Name, table => table.Bytes, StringComparer.Ordinal);

        Assert.Equal(PageSize, pages["rest"]);
        Assert.Equal(PageSize, pages["answers"]);
        Assert.Equal(new FileInfo(Path.Combine(folder.Data, "cases.db")).Length, pages.Values.Sum());
        // Twice 16 bytes of key and number, hundred and more of an event with its hash.
        Assert.InRange(pages["people"], 17L * plan.Cases, 60L * plan.Cases);
        Assert.InRange(pages["journal"], 200L * plan.Cases, 1500L * plan.Cases);
    }
}
