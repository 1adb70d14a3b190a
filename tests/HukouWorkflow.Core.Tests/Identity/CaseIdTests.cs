using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Tests.Identity;

/// <summary>Case ids: version 7 UUIDs (RFC 9562).</summary>
public sealed class CaseIdTests
{
    private const string Known = "019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55";

    [Fact]
    public void Given_an_id_When_it_is_written_and_read_Then_it_is_the_same()
    {
        Assert.True(CaseId.TryParse(Known, out var id));
        Assert.Equal(Known, id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("019a9c3e5b1f7c448a770d7f3a0c1e55")]
    [InlineData("{019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55}")]
    [InlineData("(019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55)")]
    [InlineData("019A9C3E-5B1F-7C44-8A77-0D7F3A0C1E55")]
    [InlineData(" 019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55")]
    [InlineData("019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55 ")]
    [InlineData("0x9a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55")]
    [InlineData("+19a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55")]
    [InlineData("019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e5")]
    [InlineData("019a9c3g-5b1f-7c44-8a77-0d7f3a0c1e55")]
    public void Given_any_other_form_When_it_is_read_Then_it_is_no_id(string? text) => Assert.False(CaseId.TryParse(text, out _));

    [Property(MaxTest = 500)]
    public Property Given_cases_received_one_after_another_When_they_are_sorted_Then_they_stand_in_that_order_as_ids_and_as_text() =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue).ListOf(20).ToArbitrary(), steps =>
        {
            var now = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
            CaseId[] received = [.. steps.Select(step => new CaseId(Guid.CreateVersion7(now = now.AddMilliseconds(step))))];

            Assert.Equal(received, received.Reverse().Order());
            Assert.Equal(received, received.Reverse().OrderBy(id => id.ToString(), StringComparer.Ordinal));
            foreach (var (earlier, later) in received.Zip(received.Skip(1)))
            {
                Assert.True(earlier < later && earlier <= later && later > earlier && later >= earlier);
                Assert.False(later < earlier || later <= earlier || earlier > later || earlier >= later);
            }
        });
}
