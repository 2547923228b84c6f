using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Runtime.Kernels;

/// <summary>
/// Forecasts that training computed: a value for each series and each of the steps after the last training time. Any other time, and any other
/// series, gives NaN.
/// </summary>
internal sealed class ForecastKernel : Kernel
{
    private readonly ForecastGrid grid;
    private readonly int groups;
    private readonly double[] series;
    private readonly double[] values;
    private readonly int horizon;

    private ForecastKernel(ForecastGrid grid, int groups, double[] series, double[] values, int horizon)
    {
        this.grid = grid;
        this.groups = groups;
        this.series = series;
        this.values = values;
        this.horizon = horizon;
    }

    /// <inheritdoc/>
    public override int OutputCount => 1;

    /// <summary>The times that can be forecast, as slots, ascending.</summary>
    public IReadOnlyList<double> Times => [.. Enumerable.Range(1, this.horizon).Select(step => this.grid.TimeOf(step))];

    /// <summary>For each series the slots of the columns that tell series apart.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Series =>
        [.. Enumerable.Range(0, this.values.Length / this.horizon).Select(index => this.series.AsSpan(index * this.groups, this.groups).ToArray())];

    /// <summary>Reads a model file's tensors.</summary>
    /// <param name="file">The model file.</param>
    /// <param name="encodings">The features, checked: the time, then what tells series apart.</param>
    /// <param name="outputs">How many margins the task needs.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit.</exception>
    public static ForecastKernel Read(ModelFile file, IReadOnlyList<FeatureEncoding> encodings, int outputs)
    {
        if (encodings.Count == 0 || encodings[0].IsCategorical || outputs != 1)
        {
            throw new ModelFormatException("The kernel \"forecast\" needs a time as its first feature and predicts one number; the model file's contract says otherwise.");
        }

        ForecastGrid grid = ForecastTensors.ReadGrid(file, encodings[0].Kind == ColumnKind.Date);
        (double[] values, int count, int horizon) = ForecastTensors.ReadValues(file);
        int groups = encodings.Count - 1;
        return new ForecastKernel(grid, groups, ForecastTensors.ReadSeries(file, count, groups), values, horizon);
    }

    /// <inheritdoc/>
    public override void ComputeMargins(ReadOnlySpan<double> slots, Span<double> margins)
    {
        margins[0] = double.NaN;
        if (!this.grid.TryStep(slots[0], out long step) || step < 1 || step > this.horizon)
        {
            return;
        }

        int index = this.Find(slots[1..]);
        if (index >= 0)
        {
            margins[0] = this.values[(index * this.horizon) + (int)step - 1];
        }
    }

    // The series are in lexicographic order.
    private int Find(ReadOnlySpan<double> key)
    {
        int low = 0;
        int high = (this.values.Length / this.horizon) - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = Compare(this.series.AsSpan(middle * this.groups, this.groups), key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    // NaN is equal to nothing: it orders like a great number.
    private static int Compare(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        for (int index = 0; index < left.Length; index++)
        {
            if (left[index] != right[index])
            {
                return left[index] > right[index] ? 1 : -1;
            }
        }

        return 0;
    }
}
