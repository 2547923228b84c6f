using System.Buffers;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>Sums in double: fast, and enough where the design is well conditioned.</summary>
internal sealed class RoundedProducts : IColumnProducts
{
    /// <inheritdoc/>
    public void Sum(ReadOnlySpan<double> columns, int rows, ReadOnlySpan<double> weights, Span<DoubleDouble> sums)
    {
        int width = columns.Length / rows;
        double[] weighted = ArrayPool<double>.Shared.Rent(rows);
        for (int left = 0; left < width; left++)
        {
            ReadOnlySpan<double> column = columns.Slice(left * rows, rows);
            if (!weights.IsEmpty)
            {
                Multiply(column, weights, weighted);
                column = weighted.AsSpan(0, rows);
            }

            for (int right = left; right < width; right++)
            {
                sums[(left * width) + right] = EightLanes.Dot(column, columns.Slice(right * rows, rows));
            }
        }

        ArrayPool<double>.Shared.Return(weighted);
    }

    /// <inheritdoc/>
    public void Add(double weight, ReadOnlySpan<double> values, Span<double> sums, Span<double> errors) => EightLanes.AddScaled(weight, values, sums);

    private static void Multiply(ReadOnlySpan<double> column, ReadOnlySpan<double> weights, Span<double> product)
    {
        for (int row = 0; row < column.Length; row++)
        {
            product[row] = weights[row] * column[row];
        }
    }
}
