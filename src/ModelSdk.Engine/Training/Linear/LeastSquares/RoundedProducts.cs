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

            Row(column, columns[(left * rows)..], sums.Slice((left * width) + left, width - left));
        }

        ArrayPool<double>.Shared.Return(weighted);
    }

    /// <inheritdoc/>
    public void Add(double weight, ReadOnlySpan<double> values, Span<double> sums, Span<double> errors) => EightLanes.AddScaled(weight, values, sums);

    private static void Row(ReadOnlySpan<double> left, ReadOnlySpan<double> columns, Span<DoubleDouble> sums)
    {
        int rows = left.Length;
        int column = 0;
        for (; column <= sums.Length - FourDots.Count; column += FourDots.Count)
        {
            FourDots.Compute(left, columns.Slice(column * rows, FourDots.Count * rows), sums.Slice(column, FourDots.Count));
        }

        for (; column < sums.Length; column++)
        {
            sums[column] = EightLanes.Dot(left, columns.Slice(column * rows, rows));
        }
    }

    private static void Multiply(ReadOnlySpan<double> column, ReadOnlySpan<double> weights, Span<double> product)
    {
        for (int row = 0; row < column.Length; row++)
        {
            product[row] = weights[row] * column[row];
        }
    }
}
