using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime.Kernels;

namespace ModelSdk.Engine.Data;

/// <summary>The times of rows, and which series each row belongs to.</summary>
internal sealed class SeriesTimes
{
    private readonly Func<int, double, string> keyText;
    private readonly IReadOnlyList<string> keyNames;

    private SeriesTimes(ContractColumn time, double[] times, double[][] keyColumns, IReadOnlyList<string> keyNames, Func<int, double, string> keyText)
    {
        this.Time = time;
        this.Times = times;
        this.keyNames = keyNames;
        this.keyText = keyText;
        (this.Keys, this.SeriesOf) = Group(keyColumns, times.Length);
        this.Order = [.. Enumerable.Range(0, times.Length).OrderBy(row => this.SeriesOf[row]).ThenBy(row => times[row])];
    }

    /// <summary>The time column.</summary>
    public ContractColumn Time { get; }

    /// <summary>The time of each row, as a slot.</summary>
    public double[] Times { get; }

    /// <summary>For each series the values of the columns that tell series apart, in lexicographic order.</summary>
    public IReadOnlyList<double[]> Keys { get; }

    /// <summary>The series of each row.</summary>
    public int[] SeriesOf { get; }

    /// <summary>The rows by series, then by time.</summary>
    public int[] Order { get; }

    /// <summary>Whether times are dates.</summary>
    public bool IsDate => this.Time.Kind == ColumnKind.Date;

    /// <summary>Takes the times of rows of a table.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">A contract of a forecast.</param>
    /// <param name="rows">Which of them.</param>
    public static SeriesTimes Of(DataTable table, ModelContract contract, int[] rows)
    {
        IReadOnlyList<ContractColumn> features = contract.Features;
        DataColumn[] groups = [.. features.Skip(1).Select(group => table.Column(group.Name))];
        return Of(features, table.Pick(features[0].Name, rows), [.. groups.Select(group => table.Pick(group.Schema.Name, rows))], [.. groups.Select(group => group.Dictionary)]);
    }

    /// <summary>Takes times and keys that stand in arrays.</summary>
    /// <param name="features">The time column, then the columns that tell series apart.</param>
    /// <param name="times">A time for each row.</param>
    /// <param name="keys">For each of the other columns a value for each row.</param>
    /// <param name="dictionaries">For each of the other columns the strings of its codes; empty where it holds numbers.</param>
    public static SeriesTimes Of(IReadOnlyList<ContractColumn> features, double[] times, double[][] keys, IReadOnlyList<IReadOnlyList<string>> dictionaries) => new(
        features[0],
        times,
        keys,
        [.. features.Skip(1).Select(group => group.Name)],
        (column, value) => dictionaries[column] is { Count: > 0 } texts && value >= 0 ? texts[(int)value] : value.ToString(CultureInfo.InvariantCulture));

    /// <summary>What messages call a series: <c>the series "Store" = "A", "Product" = "7"</c>, or <c>the series</c> where there is one only.</summary>
    /// <param name="series">A series.</param>
    public string Name(int series) => this.keyNames.Count == 0
        ? "the series"
        : "the series " + string.Join(", ", this.keyNames.Select((name, column) => $"{Quote.Value(name)} = {Quote.Value(this.keyText(column, this.Keys[series][column]))}"));

    /// <summary>A row's time as messages write it.</summary>
    /// <param name="row">A row.</param>
    public string TimeText(int row) => this.IsDate && ForecastGrid.IsDate(this.Times[row])
        ? ForecastGrid.DateOf(this.Times[row]).ToString(Pattern(ForecastGrid.DateOf(this.Times[row]).TimeOfDay), CultureInfo.InvariantCulture)
        : this.Times[row].ToString(CultureInfo.InvariantCulture);

    private static string Pattern(TimeSpan time) => time == TimeSpan.Zero ? "yyyy-MM-dd" : time.Seconds == 0 && time.Milliseconds == 0 ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-ddTHH:mm:ss.FFF";

    private static (double[][] Keys, int[] SeriesOf) Group(double[][] columns, int rows)
    {
        double[][] rowKeys = [.. Enumerable.Range(0, rows).Select(row => Array.ConvertAll(columns, column => column[row]))];
        int[] order = [.. Enumerable.Range(0, rows).OrderBy(row => rowKeys[row], Comparer<double[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)))];
        List<double[]> keys = [];
        int[] seriesOf = new int[rows];
        foreach (int row in order)
        {
            if (keys.Count == 0 || !keys[^1].AsSpan().SequenceEqual(rowKeys[row]))
            {
                keys.Add(rowKeys[row]);
            }

            seriesOf[row] = keys.Count - 1;
        }

        return ([.. keys], seriesOf);
    }
}
