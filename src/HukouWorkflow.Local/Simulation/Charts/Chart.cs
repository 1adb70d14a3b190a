using System.Globalization;
using System.Text;
using System.Xml;

namespace HukouWorkflow.Local.Simulation.Charts;

/// <summary>
/// A chart as a page of SVG: title, axes with their units, legend, and a line that says where the figures come from. Drawn to
/// be printed 180 mm wide, where its smallest letters are 9 points high.
/// </summary>
internal abstract class Chart
{
    /// <summary>The figures' colours: apart for the colour-blind (Okabe and Ito) and, by their lightness, in grey print.</summary>
    protected static readonly IReadOnlyList<string> Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7"];

    private const string Svg = "http://www.w3.org/2000/svg";
    private const int Width = 900;
    private const int SmallText = 16;
    private const int TitleText = 22;
    // So many small letters surely fit into a line.
    private const int LettersOfLine = 96;
    private const string Ink = "#222222";

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>Where the figures come from, line by line.</summary>
    public required IReadOnlyList<string> Source { get; init; }

    /// <summary>The horizontal axis, with its unit.</summary>
    public required string HorizontalLabel { get; init; }

    /// <summary>The vertical axis, with its unit.</summary>
    public required string VerticalLabel { get; init; }

    /// <summary>The rows of figures.</summary>
    public required IReadOnlyList<Series> Series { get; init; }

    /// <summary>The drawing's height.</summary>
    protected virtual int Height => 580;

    /// <summary>The left edge of the plot.</summary>
    protected virtual int Left => 110;

    /// <summary>The right edge of the plot.</summary>
    protected static int Right => Width - 30;

    /// <summary>The upper edge of the plot.</summary>
    protected int Top => Series.Count > 1 ? 92 : 64;

    /// <summary>The lower edge of the plot.</summary>
    protected int Bottom => Height - 124;

    private XmlWriter Page { get; set; } = XmlWriter.Create(TextWriter.Null);

    /// <summary>Draws it.</summary>
    public void Write(Stream to)
    {
        using var page = XmlWriter.Create(to, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) });
        Page = page;
        page.WriteStartElement("svg", Svg);
        page.WriteAttributeString("width", "180mm");
        page.WriteAttributeString("height", Number(180.0 * Height / Width) + "mm");
        page.WriteAttributeString("viewBox", $"0 0 {Number(Width)} {Number(Height)}");
        page.WriteAttributeString("font-family", "'DejaVu Sans', 'Noto Sans', Arial, sans-serif");
        page.WriteElementString("title", Svg, Title);
        Rectangle(0, 0, Width, Height, "#FFFFFF");
        Text(20, 34, Title, TitleText, weight: "bold");
        Legend();
        Plot();
        Text((Left + Right) / 2.0, Bottom + 54, HorizontalLabel, SmallText, "middle");
        Text(26, (Top + Bottom) / 2.0, VerticalLabel, SmallText, "middle", turn: -90);
        for (var i = 0; i < Source.Count; i++)
        {
            Text(20, Height - 16 - (20 * (Source.Count - 1 - i)), Source[i], SmallText, colour: "#555555");
        }

        page.WriteEndElement();
    }

    /// <summary>Draws the axes' marks and the figures.</summary>
    protected abstract void Plot();

    /// <summary>A straight line.</summary>
    protected void Line(double x1, double y1, double x2, double y2, string colour = Ink) =>
        Element("line", ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)), ("stroke", colour));

    /// <summary>A line through points.</summary>
    protected void Curve(IEnumerable<(double X, double Y)> points, string colour, bool isDashed)
    {
        (string, string)[] attributes = [("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))), ("fill", "none"), ("stroke", colour), ("stroke-width", "2.5"), ("stroke-linejoin", "round")];
        Element("polyline", isDashed ? [.. attributes, ("stroke-dasharray", "8 6")] : attributes);
    }

    /// <summary>A filled rectangle.</summary>
    protected void Rectangle(double x, double y, double width, double height, string colour) =>
        Element("rect", ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)), ("fill", colour));

    /// <summary>A line of text of an axis.</summary>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">The height of its foot.</param>
    /// <param name="text">The text.</param>
    /// <param name="anchor">SVG's <c>text-anchor</c>.</param>
    protected void Mark(double x, double y, string text, string anchor) => Text(x, y, text, SmallText, anchor);

    /// <summary>A grid line and its mark on the vertical axis, for every mark of its scale.</summary>
    protected void VerticalAxis(Scale scale)
    {
        foreach (var mark in scale.Marks)
        {
            var y = Bottom - ((Bottom - Top) * mark / scale.Most);
            Line(Left, y, Right, y, "#DDDDDD");
            Mark(Left - 8, y + 5, scale.Text(mark), "end");
        }
    }

    private void Legend()
    {
        if (Series.Count < 2)
        {
            return;
        }

        var x = (double)Left;
        for (var i = 0; i < Series.Count; i++)
        {
            foreach (var (from, width) in (ReadOnlySpan<(int, int)>)(Series[i].IsDashed ? [(0, 9), (15, 9)] : [(0, 24)]))
            {
                Rectangle(x + from, 58, width, 12, Colours[i]);
            }

            Text(x + 32, 70, Series[i].Name, SmallText);
            // About the width of the letters: the page cannot measure them.
            x += 64 + (Series[i].Name.Length * 9.2);
        }
    }

    private void Text(double x, double y, string text, int size, string anchor = "start", string weight = "normal", string colour = Ink, int turn = 0)
    {
        Page.WriteStartElement("text", Svg);
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
            [("x", Number(x)), ("y", Number(y)), ("font-size", Number(size)), ("text-anchor", anchor), ("font-weight", weight), ("fill", colour)])
        {
            Page.WriteAttributeString(name, value);
        }

        if (size == SmallText && text.Length > LettersOfLine)
        {
            Page.WriteAttributeString("textLength", Number(Width - (2 * x)));
            Page.WriteAttributeString("lengthAdjust", "spacingAndGlyphs");
        }

        if (turn != 0)
        {
            Page.WriteAttributeString("transform", $"rotate({Number(turn)} {Number(x)} {Number(y)})");
        }

        Page.WriteString(text);
        Page.WriteEndElement();
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Page.WriteStartElement(name, Svg);
        foreach (var attribute in attributes)
        {
            Page.WriteAttributeString(attribute.Name, attribute.Value);
        }

        Page.WriteEndElement();
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
