using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Core.Tests.Residence;
using NodaTime;
using static HukouWorkflow.Core.Tests.Cases.Applications;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>Whatever a release has written, every later build must read to the same state.</summary>
public sealed class GoldenJournalTests
{
    private const string AddTo = "HUKOU_ADD_GOLDEN";

    public static TheoryData<string> Journals => [.. GoldenJournal.Names];

    [Theory]
    [MemberData(nameof(Journals))]
    public void Given_a_stored_journal_When_it_is_folded_Then_the_state_is_what_it_was(string name) =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(GoldenJournal.Folder, name + ".state.json")),
            StateText.Of(GoldenJournal.Fold(GoldenJournal.Read(name))) + "\n");

    [Theory]
    [MemberData(nameof(Journals))]
    public void Given_a_stored_journal_When_its_hashes_are_reckoned_Then_the_chain_holds(string name)
    {
        var hash = JournalHash.Seed.ToArray();
        var version = 0;
        foreach (var entry in GoldenJournal.Read(name))
        {
            var next = new byte[JournalHash.Length];
            JournalHash.Next(hash, ++version, entry.At, entry.Payload, next);
            Assert.Equal((version, Convert.ToHexString(next)), (entry.Version, Convert.ToHexString(entry.Hash)));
            hash = next;
        }
    }

    [Fact]
    public void Given_the_newest_journal_When_its_events_are_written_again_Then_the_bytes_are_the_same()
    {
        foreach (var entry in GoldenJournal.Read(GoldenJournal.Names.Last()))
        {
            Assert.Equal(Encoding.UTF8.GetString(entry.Payload), Encoding.UTF8.GetString(EventJson.Write(EventJson.Read(entry.Payload))));
        }
    }

    [Fact]
    public void Given_every_type_of_event_When_the_golden_journals_are_read_Then_each_is_in_one()
    {
        var known = typeof(CaseEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();
        var concrete = typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract);
        Assert.Equivalent(concrete, known.Select(attribute => attribute.DerivedType), strict: true);

        var stored = GoldenJournal.Names.SelectMany(GoldenJournal.Read).Select(entry => EventJson.Read(entry.Payload).GetType()).ToHashSet();
        Assert.Equivalent(known.Select(attribute => attribute.DerivedType).ToHashSet(), stored, strict: true);
    }

    [Fact]
    public void Given_an_event_of_a_later_release_When_it_has_a_field_more_Then_it_is_read_without_it() =>
        Assert.Equal(new ResidenceEndorsed(Day(2022, 9, 20)), EventJson.Read("""{"type":"residenceEndorsed","on":"2022-09-20","office":3}"""u8));

    [Theory]
    [InlineData("""{"type":"fromTheFuture"}""")]
    [InlineData("""{"on":"2022-09-20"}""")]
    [InlineData("null")]
    public void Given_bytes_that_are_no_event_When_they_are_read_Then_it_is_an_error(string bytes) =>
        Assert.ThrowsAny<Exception>(() => EventJson.Read(Encoding.UTF8.GetBytes(bytes)));

    [Fact]
    public void Given_an_event_with_an_empty_list_When_it_is_written_and_read_Then_the_list_is_empty()
    {
        Assert.Empty(Assert.IsType<ReviewOpened>(EventJson.Read(EventJson.Write(new ReviewOpened([], Day(2026, 11, 3))))).Causes);
        Assert.Empty(Assert.IsType<CaseMatured>(EventJson.Read(EventJson.Write(Matured() with { Results = [] }))).Results);
        Assert.Empty(Assert.IsType<ApplicationReceived>(EventJson.Read(EventJson.Write(Application()))).Facts.Household);
    }

    [Fact]
    public void Given_an_application_When_it_is_written_Then_only_what_was_stated_is()
    {
        var application = Application(endorsed: 1) with
        {
            Facts = Application(endorsed: 1).Facts with { Absences = [new DateSpan(Day(2022, 1, 10), Day(2022, 2, 20))], Employment = [Job(Start)] },
        };

        Assert.Equal(
            """{"type":"applicationReceived","applicant":"00112233445566778899aabbccddeeff","pack":"testing","version":"2010-01-01","facts":{"city":"500000","registration":"external","hukou":"rural","residenceFrom":"2021-10-01","basis":"permit","abodes":[{"since":"2021-10-01","division":"500105"}],"endorsements":["2022-10-01"],"absences":[{"from":"2022-01-10","to":"2022-02-20"}],"employment":[{"kind":"contract","span":{"from":"2021-10-01"}}]},"consent":{"automaticGrant":true,"registerChecks":true}}""",
            Encoding.UTF8.GetString(EventJson.Write(application)));
    }

    /// <summary>Adds a journal where the variable names a folder; otherwise holds that the story still has every type of event.</summary>
    [Fact]
    public void Given_the_story_told_here_When_it_is_written_and_read_Then_no_event_is_lost()
    {
        if (Environment.GetEnvironmentVariable(AddTo) is { Length: > 0 } path)
        {
            GoldenJournal.Add(Path.GetDirectoryName(path)!, Path.GetFileName(path), Story);
        }

        var folded = CaseState.Before(Id);
        var read = CaseState.Before(Id);
        foreach (var (at, happened) in Story)
        {
            folded = folded.Apply(happened, at);
            read = read.Apply(EventJson.Read(EventJson.Write(happened)), at);
        }

        Assert.Equal(CaseStatus.Settled, read.Status);
        Assert.Equal(StateText.Of(folded), StateText.Of(read));
    }

    private static IEnumerable<(Instant At, CaseEvent Event)> Story
    {
        get
        {
            var (retry, weekly) = (Morning(Maturity) + Duration.FromMilliseconds(60_123), Morning(Maturity.PlusDays(8)));
            var confirmed = AllConfirmed(7);
            (LocalDate On, CaseEvent[] Events)[] days =
            [
                (Day(2021, 11, 1), [Told, new AccrualBegan()]),
                (Day(2021, 12, 1), [new CaseViewed("staff-1", "caseworker"), new InsuranceStated(new DateSpan(Day(2021, 11, 1), null)), new EmploymentStated(Job(Start, Day(2022, 2, 1)))]),
                (Day(2022, 10, 2), [new AccrualSuspended(Day(2022, 10, 1), GapReason.LateEndorsement)]),
                (Day(2022, 10, 3), [new ResidenceEndorsed(Day(2022, 9, 20)), new AccrualBegan(), new AbsenceStated(Day(2022, 1, 10), Day(2022, 2, 20))]),
                (Day(2023, 10, 1), [new ResidenceEndorsed(Day(2023, 9, 18)), new ResidenceMoved(Day(2023, 3, 1), TestFacts.Qianjiang), new DwellingStated(Day(2023, 3, 1), Dwelling.Leased)]),
                (Day(2024, 10, 1), [new ResidenceEndorsed(Day(2024, 10, 1)), new TaxStated(new TaxYear(2023, new Yuan(50000.50m))), new HouseholdMemberJoined(Child(2, 2026) with { BornIn = 2019, Sex = Sex.Female })]),
                (Day(2025, 3, 1), [new QualificationStated(new Qualification(QualificationKind.Bachelor, Day(2015, 7, 1))), new StudyStated(new DateSpan(Day(2024, 9, 1), Day(2025, 1, 20))), new RelativeStated(new LocalRelative(Relation.Spouse, Day(2020, 5, 1))), new NoRecordDeclared()]),
                (Day(2025, 3, 2), [new TimeElsewhereStated(new TimeElsewhere(new DivisionCode(510100), Accrual.Insurance, new DateSpan(Day(2019, 1, 1), Day(2021, 9, 1)))), new EmploymentStated(Job(Day(2025, 2, 1)) with { Workplace = Workplace.MunicipalPark, Contract = Period.FromYears(1) })]),
                (Day(2025, 7, 15), [new PlaceAllotted(new AllottedPlace(2025, Day(2025, 7, 15), 12, 101.5m))]),
                (Maturity, [Matured(), new RegisterDidNotAnswer(1, Register.Population, 1, retry, "timeout"), .. Answers(1, _ => CheckOutcome.Contradicted)]),
                (Maturity, [new ReviewOpened([new ReviewCause(ReviewReason.RegisterContradicted, Register.Housing), new ReviewCause(ReviewReason.NoConsentToAutomaticGrant, null), new ReviewCause(ReviewReason.HouseholdMember, null)], Day(2026, 11, 3))]),
                (Day(2026, 10, 2), [new EvidenceAdded(1, Register.Housing), new EvidenceAdded(2, null), new ChecksReopened(Enum.GetValues<Register>()), .. confirmed[..5], confirmed[5] with { Reason = "R-1" }, Granted(new OwedBenefit(BenefitKind.Education, 2))]),
                (Day(2026, 10, 3), [new BenefitGranted(13, BenefitKind.Education, 0, "e-1"), new BenefitDelayed(14, 1, retry, "timeout"), new BenefitEscalated(14, 2, weekly, "declined")]),
                (Day(2026, 10, 9), [new BenefitGranted(14, BenefitKind.Health, 0, "h-1"), new BenefitGranted(15, BenefitKind.Education, 2, "e-2"), new CaseSettled()]),
            ];
            return days.SelectMany(day => day.Events.Select(happened => (Morning(day.On), happened)))
                .Concat(
                [
                    // Folding is total: this one comes too late and moves nothing but the version.
                    (Morning(Day(2026, 10, 10)), new ApplicationWithdrawn()),
                ]);
        }
    }

    private static ApplicationReceived Told => Application(household: Spouse(1)) with
    {
        LandElection = LandElection.Keep,
        Facts = Application(household: Spouse(1)).Facts with
        {
            Absences = [new DateSpan(Day(2021, 10, 3), Day(2021, 10, 9))],
            Employment = [Job(Start)],
            Insurance = [new DateSpan(Day(2021, 10, 8), null)],
            Taxes = [new TaxYear(2020, new Yuan(1m))],
            Dwellings = [new DwellingSince(Start, Dwelling.Dormitory)],
        },
    };
}
