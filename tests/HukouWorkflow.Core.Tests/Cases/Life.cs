using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Core.Tests.Residence;
using NodaTime;
using static HukouWorkflow.Core.Tests.Cases.Applications;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>
/// A simulated life of a case: time passes in steps of nothing to years, facts are stated, registers and agencies answer as
/// they like, late, twice, or about nothing at all; and everything that happens is kept.
/// </summary>
internal sealed class Life
{
    private readonly List<(Instant At, CaseEvent Event)> _journal = [];

    private Life(LocalDate applied) => Now = Morning(applied);

    public CaseState State { get; private set; } = CaseState.Before(Id);

    public Instant Now { get; private set; }

    public IReadOnlyList<(Instant At, CaseEvent Event)> Journal => _journal;

    /// <summary>Every state the case was in, the one before its first event included.</summary>
    public List<CaseState> States { get; } = [CaseState.Before(Id)];

    /// <summary>A life that begins early, with a permit lapsed, shortly before the time is complete, or after.</summary>
    public static Life Of(IReadOnlyList<Move> moves, bool consents = true)
    {
        var (applied, endorsed) = ((moves.Count > 0 ? moves[0].Which : 0) % 4) switch
        {
            0 => (Start.PlusDays(40), 0),
            1 => (Start.PlusDays(800), 0),
            2 => (Maturity.PlusDays(-20), 4),
            _ => (Maturity.PlusDays(200), 4),
        };
        var life = new Life(applied);
        life.Do(new CaseCommand.Submit(Application(endorsed: endorsed, consents: consents, household: [Spouse(1), Child(2, 2024)])));
        foreach (var move in moves)
        {
            life.Now = life.Later(move.Wait);
            life.Do(life.CommandOf(move), move.Kind == 39 ? TestBook.Without : TestBook.Book);
            if (move.Kind < 8)
            {
                life.AnswerAll(move.What);
            }
        }

        return life;
    }

    public Effects Effects => Effects.Of(State, TestBook.Book, Now);

    /// <summary>Carries out a command, and holds that doing it at once again changes nothing where it says so.</summary>
    public Decision Do(CaseCommand command, PolicyBook? book = null)
    {
        var decision = CaseDecider.Decide(State, command, book ?? TestBook.Book, Now);
        foreach (var happened in decision.Events)
        {
            State = State.Apply(happened, Now);
            _journal.Add((Now, happened));
            States.Add(State);
        }

        if (IsIdempotent(command))
        {
            Assert.Empty(CaseDecider.Decide(State, command, book ?? TestBook.Book, Now).Events);
        }

        return decision;
    }

    /// <summary>Lets the case run as a scheduler would, with agencies that answer; ends where it waits for a person or a fact, or is closed.</summary>
    public void RunOn()
    {
        for (var rounds = 0; Effects.NextWake is { } wake; rounds++)
        {
            Assert.True(rounds < 100, "The case never comes to rest.");
            var before = (Now, State.Version);
            Now = Instant.Max(Now, wake);
            Do(new CaseCommand.Advance());
            foreach (var effect in Effects.Owed.Where(effect => effect.DueAt <= Now))
            {
                Do(effect is OwedEffect.AskRegister ? Confirms(effect.No) : Grants(effect.No));
            }

            Assert.True(Now > before.Now || State.Version > before.Version, "The case wakes and nothing comes of it.");
        }
    }

    private static bool IsIdempotent(CaseCommand command) => command
        is not (CaseCommand.View or CaseCommand.AddEvidence or CaseCommand.StateFact { Fact: ResidenceMoved or EmploymentStated or HouseholdMemberJoined });

    private Instant Later(int wait) => wait switch
    {
        0 or 1 => Now,
        2 => Now + Duration.FromMinutes(1),
        3 => Now + Duration.FromHours(7),
        4 => Now + Duration.FromDays(9),
        5 => Now + Duration.FromDays(200),
        6 => Now + Duration.FromDays(700),
        _ => Effects.NextWake is { } wake ? Instant.Max(Now, wake) : Now + Duration.FromDays(30),
    };

    private CaseCommand CommandOf(Move move) => move.Kind switch
    {
        < 8 => new CaseCommand.Advance(),
        < 22 => ReplyTo(move),
        < 28 => new CaseCommand.StateFact(new ResidenceEndorsed(Earlier(move.What / 4))),
        < 34 => new CaseCommand.StateFact(FactOf(move)),
        34 => new CaseCommand.AddEvidence(move.What % 2 == 0 ? null : Register.Housing),
        35 => new CaseCommand.View("staff-1", "caseworker"),
        36 => move.What < 20 ? new CaseCommand.Withdraw() : new CaseCommand.Advance(),
        37 => new CaseCommand.Submit(Application()),
        _ => new CaseCommand.Advance(),
    };

    /// <summary>Mostly an answer to what is owed; sometimes to an effect long past, or never known.</summary>
    private CaseCommand ReplyTo(Move move)
    {
        var owed = Effects.Owed;
        if (owed.Count == 0 || move.Which >= 80)
        {
            var past = move.Which % 20;
            var no = past <= State.LastEffect ? past : int.MaxValue;
            return (move.What % 3) switch { 0 => Confirms(no), 1 => Grants(no), _ => Silence(no) };
        }

        return AnswerTo(owed[move.Which % owed.Count], move.What);
    }

    /// <summary>Everybody who is asked answers, each in their own way.</summary>
    private void AnswerAll(int what)
    {
        foreach (var effect in Effects.Owed.Where(effect => effect.DueAt <= Now))
        {
            Do(AnswerTo(effect, (what + (effect.No * 29)) % 100));
        }
    }

    private static CaseCommand AnswerTo(OwedEffect effect, int what) => effect is OwedEffect.AskRegister
        ? what switch { < 80 => Confirms(effect.No), < 88 => Silence(effect.No), < 94 => Says(effect.No, CheckOutcome.Contradicted), _ => Says(effect.No, CheckOutcome.Unknown) }
        : what switch { < 50 => Grants(effect.No, $"ref-{effect.No}"), < 85 => Fails(effect.No), _ => Declines(effect.No) };

    private FactStated FactOf(Move move)
    {
        var day = Earlier(move.Which * (move.What % 2 == 0 ? 1 : 25));
        return (move.What % 13) switch
        {
            0 => new AbsenceStated(day, day.PlusDays(1 + (move.What * 4))),
            1 => new ResidenceMoved(day, TestFacts.Chengdu),
            2 => new ResidenceMoved(day, move.What > 50 ? TestFacts.Jiangbei : TestFacts.Qianjiang),
            3 => new EmploymentStated(Job(day)),
            4 => new EmploymentStated(Job(day, day.PlusDays(move.What))),
            5 => new InsuranceStated(new DateSpan(day, move.What > 50 ? null : day.PlusDays(500))),
            6 => new DwellingStated(day, move.What > 80 ? Dwelling.Owned : Dwelling.Leased),
            7 => new TaxStated(new TaxYear(day.Year, new Yuan(move.What))),
            // Told late, and the time was never complete.
            8 or 9 => new AbsenceStated(LocalDate.Min(Start.PlusDays(800), Earlier(0)), LocalDate.Min(Start.PlusDays(1200), Earlier(-1))),
            10 or 11 => new ResidenceMoved(LocalDate.Min(Maturity.PlusDays(-30), Earlier(0)), TestFacts.Chengdu),
            _ => new HouseholdMemberJoined(Child(0, 2020 + (move.What % 8))),
        };
    }

    // Facts are stated up to today and never from the future.
    private LocalDate Earlier(int days) => LocalDate.Max(Start, ChinaTime.DateOf(Now).PlusDays(-days));
}
