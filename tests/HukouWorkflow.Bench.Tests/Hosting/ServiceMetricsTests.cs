using HukouWorkflow.Bench.Hosting;

namespace HukouWorkflow.Bench.Tests.Hosting;

public sealed class ServiceMetricsTests
{
    private const string Text =
        """
        # TYPE hukou_store_appends_total counter
        # HELP hukou_store_appends_total Appends answered, accepted or not.
        hukou_store_appends_total{otel_scope_name="HukouWorkflow.Sqlite"} 1200 1732377600000
        http_requests_total{route="api/{id}",code="200"} 3 1732377600000
        http_requests_total{route="a b",code="202"} 4.5e1 1732377600000
        bare 7
        # EOF
        """;

    [Theory]
    [InlineData("hukou_store_appends_total", 1200)]
    [InlineData("http_requests_total", 48)]
    [InlineData("bare", 7)]
    [InlineData("never_measured", 0)]
    public void Given_the_text_of_a_service_When_a_name_is_read_Then_it_is_the_sum_of_its_series(string name, double expected) =>
        Assert.Equal(expected, ServiceMetrics.Parse(Text)[name]);
}
