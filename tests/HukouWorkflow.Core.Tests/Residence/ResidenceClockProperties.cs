using FsCheck.Xunit;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Tests.Residence;

public sealed class ResidenceClockProperties
{
    [Property(MaxTest = 2000, Arbitrary = [typeof(ResidenceStory)])]
    public void Given_any_facts_When_residence_is_read_Then_it_is_what_counting_day_by_day_gives(ResidenceStory story) =>
        Reading.MustBeSame(
            story,
            ResidenceOracle.Read(story.Facts, story.Terms, story.Today),
            ResidenceClock.Read(story.Facts, story.Terms, story.Today));

    [Property(MaxTest = 2000, Arbitrary = [typeof(SpellStory)])]
    public void Given_any_spells_When_work_or_insurance_is_read_Then_it_is_what_counting_day_by_day_gives(SpellStory story) =>
        Reading.MustBeSame(
            story,
            SpellOracle.Read(story.Spells, story.Abodes, story.City, story.Required, story.Idle, story.Today),
            SpellClock.Read(story.Spells, story.Abodes, story.City, story.Required, story.Idle, story.Today));
}
