using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Kernels;

/// <summary>The coefficients of a linear model as its file holds them: a row for each output, a column for each encoded column.</summary>
internal sealed class CoefficientMatrix
{
    private readonly double[] values;
    private readonly int columns;

    /// <summary>Reads and checks the tensor.</summary>
    /// <param name="file">The model file.</param>
    /// <param name="outputs">How many rows it must have.</param>
    /// <param name="columns">How many columns it must have.</param>
    /// <exception cref="ModelFormatException">The shape is another, or a value is not finite.</exception>
    public CoefficientMatrix(ModelFile file, int outputs, int columns)
    {
        this.values = FiniteTensor.Read(file, ModelKeys.Coefficients, outputs, columns);
        this.OutputCount = outputs;
        this.columns = columns;
    }

    /// <summary>The number of rows.</summary>
    public int OutputCount { get; }

    /// <summary>One coefficient.</summary>
    public double this[int output, int column] => this.values[(output * this.columns) + column];

    /// <summary>Copies the coefficients of one column, one for each output.</summary>
    public void CopyColumn(int column, Span<double> destination)
    {
        for (int output = 0; output < destination.Length; output++)
        {
            destination[output] = this[output, column];
        }
    }
}
