using System.Globalization;

namespace HukouWorkflow.Bench.Hosting;

/// <summary>What a service says of itself at <c>/metrics</c>, in the text format of Prometheus.</summary>
internal sealed class ServiceMetrics
{
    private readonly Dictionary<string, double> _values;

    private ServiceMetrics(Dictionary<string, double> values) => _values = values;

    /// <summary>The sum of a name's series; 0 where there is none, as before the first measurement.</summary>
    public double this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads the text.</summary>
    public static ServiceMetrics Parse(string text)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            // A label's value may hold blanks: the measured value is what follows the labels.
            var nameEnds = line.AsSpan().IndexOfAny('{', ' ');
            var value = line[(Math.Max(line.LastIndexOf('}'), nameEnds) + 1)..].TrimStart().Split(' ')[0];
            var name = line[..nameEnds];
            values[name] = values.GetValueOrDefault(name) + double.Parse(value, CultureInfo.InvariantCulture);
        }

        return new ServiceMetrics(values);
    }
}
