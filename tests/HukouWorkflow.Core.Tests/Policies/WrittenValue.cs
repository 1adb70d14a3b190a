using HukouWorkflow.Core.Policies.Reading;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>A value of a parameter as a file of the shipped packs writes it: what was read of it is held against this.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="From">The first day it is in force.</param>
/// <param name="Value">The value for the whole city, or null where it differs by district class.</param>
/// <param name="ByDistrictClass">The value by district class, or nothing.</param>
internal sealed record WrittenValue(string Pack, string Parameter, LocalDate From, string? Value, IReadOnlyDictionary<string, string> ByDistrictClass)
{
    public static readonly IReadOnlyList<WrittenValue> All =
    [
        .. from file in ShippedPacks.Files
           where file.Path.Contains("/parameters/", StringComparison.Ordinal)
           from value in YamlText.Read(file, [])!.MapList("values")
           select new WrittenValue(
               file.Path.Split('/')[1],
               Path.GetFileNameWithoutExtension(file.Path),
               value.Date("from"),
               value.IsMap("value") ? null : value.Text("value"),
               value.IsMap("value") ? ByClass(value.Map("value")!) : new Dictionary<string, string>(StringComparer.Ordinal)),
    ];

    /// <summary>The value in force on a day, or null before the first.</summary>
    public static WrittenValue? On(string pack, string parameter, LocalDate day) => All
        .Where(value => value.From <= day && string.Equals(value.Pack, pack, StringComparison.Ordinal) && string.Equals(value.Parameter, parameter, StringComparison.Ordinal))
        .MaxBy(value => value.From);

    public string For(string districtClass) => Value ?? ByDistrictClass[districtClass];

    private static Dictionary<string, string> ByClass(Fields map) => map.Names.ToDictionary(name => name, map.Text, StringComparer.Ordinal);
}
