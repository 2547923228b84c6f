using System.Globalization;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Tests.Engine.Training;

/// <summary>A linear least-squares data set of NIST's Statistical Reference Datasets, with certified coefficients.</summary>
internal sealed class NistDataSet
{
    private readonly double[][] rows;

    private NistDataSet(string[] lines)
    {
        string[] certified = Between(lines, "Certified Values");
        this.rows = [.. Between(lines, "Data ").Select(line => Numbers(line.Replace("Data:", "", StringComparison.Ordinal)))];
        string[][] parameters = [.. certified.Select(Words).Where(words => words.Length == 3 && words[0].Length <= 3 && words[0][0] == 'B' && char.IsDigit(words[0][^1]))];
        this.Certified = [.. parameters.Select(words => double.Parse(words[1], CultureInfo.InvariantCulture))];
        this.StandardErrors = [.. parameters.Select(words => double.Parse(words[2], CultureInfo.InvariantCulture))];
        this.ResidualDeviation = certified.Select(Words).Where(words => words is ["Standard", "Deviation", _])
            .Select(words => double.Parse(words[2], CultureInfo.InvariantCulture)).Single();
        this.HasIntercept = certified.Any(line => line.Trim().StartsWith("B0 ", StringComparison.Ordinal));
    }

    public bool HasIntercept { get; }

    /// <summary>The certified coefficients; the intercept, where there is one, first.</summary>
    public double[] Certified { get; }

    /// <summary>The certified standard errors, in the same order.</summary>
    public double[] StandardErrors { get; }

    /// <summary>The certified residual standard deviation.</summary>
    public double ResidualDeviation { get; }

    /// <summary>The largest label's size.</summary>
    public double LabelSize => this.rows.Max(row => Math.Abs(row[0]));

    public static NistDataSet Read(string name) => new(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "TestData", "nist-strd", name + ".dat")));

    /// <summary>A table of the label and all terms of the model; powers of a lone predictor are rounded to double.</summary>
    public TestTable Table()
    {
        TestTable table = new(ModelTask.Regression);
        int terms = this.Certified.Length - (this.HasIntercept ? 1 : 0);
        for (int term = 1; term <= terms; term++)
        {
            table.Number($"x{term}", this.rows.Select(row => row.Length > 2 ? row[term] : Power(row[1], term)));
        }

        return table.Number("y", this.rows.Select(row => row[0]), ColumnRole.Label);
    }

    private static double Power(double x, int exponent) => (double)Enumerable.Repeat((decimal)x, exponent).Aggregate(1m, (product, factor) => product * factor);

    private static string[] Between(string[] lines, string what)
    {
        string header = lines.Single(line => line.Contains(what, StringComparison.Ordinal) && line.Contains("(lines", StringComparison.Ordinal));
        string[] words = header.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int first = int.Parse(words[^3], CultureInfo.InvariantCulture);
        return lines[(first - 1)..int.Parse(words[^1].TrimEnd(')'), CultureInfo.InvariantCulture)];
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static double[] Numbers(string line) =>
        [.. Words(line).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
}
