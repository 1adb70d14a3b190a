using System.Globalization;

namespace HukouWorkflow.Core.Cases;

/// <summary>An amount of money in renminbi (ISO 4217: CNY).</summary>
/// <param name="Amount">Yuan, to the fen (two decimals).</param>
public readonly record struct Yuan(decimal Amount)
{
    /// <summary>The sum of two amounts.</summary>
    public static Yuan operator +(Yuan left, Yuan right) => new(left.Amount + right.Amount);

    /// <summary>Whether one amount reaches another.</summary>
    public bool Reaches(Yuan other) => Amount >= other.Amount;

    /// <summary>For example <c>CNY 50000</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"CNY {Amount:0.##}");
}
