namespace HukouWorkflow.Local.Tests.Hosting;

/// <summary>A proof that finds nothing proves nothing unless it would have found something.</summary>
public sealed class ProofTests
{
    private const long Now = 1_000;
    private const string Case = "00000000-0000-0000-0000-000000000001";
    private const string Other = "00000000-0000-0000-0000-000000000002";

    private static readonly StoredCase Settled = new(Case, "settled", null,
    [
        Entry(1, "applicationReceived", "\"residenceFrom\":\"2019-01-01\""),
        Entry(2, "absenceStated", "\"from\":\"2019-05-01\""),
        Entry(3, "settlementGranted", "\"benefits\":[{\"kind\":\"education\"},{\"kind\":\"health\"}]"),
        Entry(4, "caseSettled"),
    ]);

    private static readonly GrantInBooks[] Books = [new("education", Case, "a", 2), new("health", Case, "a", 1)];

    public static TheoryData<StoredCase, Wrong> Journals => new()
    {
        { Without(2), Wrong.Lost },
        { Without(2), Wrong.Broken },
        { Settled with { Journal = [] }, Wrong.Lost },
        { Settled with { Journal = [.. Settled.Journal, Settled.Journal[1] with { Version = 5 }] }, Wrong.Doubled },
        { Settled with { Journal = [.. Settled.Journal.Take(3), Settled.Journal[3] with { At = 0 }] }, Wrong.Broken },
        { Settled with { Status = "granting", NextWake = Now }, Wrong.Stuck },
        { Settled with { Status = "checking" }, Wrong.Stuck },
    };

    public static TheoryData<GrantInBooks[], Wrong> BooksOff => new()
    {
        { [Books[0]], Wrong.Lost },
        { [.. Books, new("health", Case, "a", 1)], Wrong.Doubled },
        { [.. Books, new("health", Other, "b", 1)], Wrong.Doubled },
    };

    [Fact]
    public void Given_what_was_promised_When_read_Then_nothing_is_found()
    {
        Assert.True(Read(Settled).IsSound);
        Assert.True(Audit(Books).IsSound);
    }

    [Theory]
    [MemberData(nameof(Journals))]
    public void Given_a_case_that_is_not_as_promised_When_read_Then_it_is_found(StoredCase stored, Wrong wrong) =>
        Assert.True(Read(stored).Count(wrong) > 0);

    [Fact]
    public void Given_a_case_nobody_applied_for_When_read_Then_it_is_found() =>
        Assert.Equal(1, Read(Settled, Settled with { Id = Other }).Count(Wrong.Doubled));

    [Fact]
    public void Given_a_case_that_is_gone_When_read_Then_it_is_found() =>
        Assert.True(Read().Count(Wrong.Lost) > 0);

    [Theory]
    [MemberData(nameof(BooksOff))]
    public void Given_books_that_differ_from_the_journal_When_audited_Then_it_is_found(GrantInBooks[] books, Wrong wrong) =>
        Assert.True(Audit(books).Count(wrong) > 0);

    private static Findings Read(params StoredCase[] cases)
    {
        var promises = new Promises();
        promises.Keep(new Promise(Case, 1, "applicationReceived", "2019-01-01", 7, null));
        promises.Keep(new Promise(Case, 2, "absenceStated", "2019-05-01", 7, null));
        var findings = new Findings();
        new Proof(promises, findings).Read(cases, Now);
        return findings;
    }

    private static Findings Audit(GrantInBooks[] books)
    {
        var findings = new Findings();
        new Proof(new Promises(), findings).Audit([Settled], books);
        return findings;
    }

    private static StoredCase Without(int version) => Settled with { Journal = [.. Settled.Journal.Where(entry => entry.Version != version)] };

    private static StoredEntry Entry(int version, string type, string fields = "\"no\":1") => new(version, version, $"{{\"type\":\"{type}\",{fields}}}", "");
}
