using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelSdk.Runtime.Numerics;

/// <summary>
/// Products of matrices with the same bits on every machine. Every element of the result takes its products one after the other, c ← c + a·b in
/// ascending order of the inner index, never fused; only different elements are computed side by side. So neither the size of the tiles nor the
/// width of the processor's vectors shows, and a row has the same bits alone and among others.
/// </summary>
public static class MatrixProduct
{
    /// <summary>What the number of columns must be a multiple of.</summary>
    public const int Lanes = 8;

    private const int TileRows = 4;

    /// <summary>The least multiple of <see cref="Lanes"/> that holds so many columns.</summary>
    /// <param name="columns">0 or more.</param>
    public static int Padded(int columns) => (columns + Lanes - 1) / Lanes * Lanes;

    /// <summary>Adds the product of two matrices: result ← result + left · right.</summary>
    /// <param name="left">rows × inner values, laid out as <paramref name="layout"/> says.</param>
    /// <param name="layout">How far apart the values of <paramref name="left"/> lie.</param>
    /// <param name="right">inner × columns values, row after row.</param>
    /// <param name="result">rows × columns values, row after row.</param>
    /// <exception cref="ArgumentException">The columns are no multiple of 8, or an array is too short.</exception>
    public static void Add(ReadOnlySpan<double> left, MatrixLayout layout, ReadOnlySpan<double> right, Span<double> result)
    {
        Check(left.Length, layout, right.Length, result.Length);
        if (layout.Inner == 0)
        {
            return;
        }

        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(right);
        ref double c = ref MemoryMarshal.GetReference(result);
        for (int column = 0; column < layout.Columns; column += Lanes)
        {
            int row = 0;
            for (; row <= layout.Rows - TileRows; row += TileRows)
            {
                AddTile(ref Unsafe.Add(ref a, row * layout.RowStride), layout, ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, (row * layout.Columns) + column));
            }

            for (; row < layout.Rows; row++)
            {
                AddRow(ref Unsafe.Add(ref a, row * layout.RowStride), layout, ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, (row * layout.Columns) + column));
            }
        }
    }

    private static void Check(int left, MatrixLayout layout, int right, int result)
    {
        long lastLeft = layout.Rows == 0 || layout.Inner == 0 ? -1 : ((layout.Rows - 1L) * layout.RowStride) + ((layout.Inner - 1L) * layout.ColumnStride);
        if (layout.Columns % Lanes != 0 || lastLeft >= left || (long)layout.Inner * layout.Columns > right || (long)layout.Rows * layout.Columns > result)
        {
            throw new ArgumentException($"Arrays of {left}, {right} and {result} values do not fit {layout}.", nameof(layout));
        }
    }

    // Four rows and eight columns at a time; without 512-bit vectors the same operations on halves of them.
    private static void AddTile(ref double a, MatrixLayout layout, ref double b, ref double c)
    {
        int stride = layout.Columns;
        int rowStride = layout.RowStride;
        Vector512<double> c0 = Vector512.LoadUnsafe(ref c);
        Vector512<double> c1 = Vector512.LoadUnsafe(ref c, (nuint)stride);
        Vector512<double> c2 = Vector512.LoadUnsafe(ref c, (nuint)(2 * stride));
        Vector512<double> c3 = Vector512.LoadUnsafe(ref c, (nuint)(3 * stride));
        for (int inner = 0; inner < layout.Inner; inner++)
        {
            Vector512<double> right = Vector512.LoadUnsafe(ref b);
            c0 += Vector512.Create(a) * right;
            c1 += Vector512.Create(Unsafe.Add(ref a, rowStride)) * right;
            c2 += Vector512.Create(Unsafe.Add(ref a, 2 * rowStride)) * right;
            c3 += Vector512.Create(Unsafe.Add(ref a, 3 * rowStride)) * right;
            a = ref Unsafe.Add(ref a, layout.ColumnStride);
            b = ref Unsafe.Add(ref b, stride);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, (nuint)stride);
        c2.StoreUnsafe(ref c, (nuint)(2 * stride));
        c3.StoreUnsafe(ref c, (nuint)(3 * stride));
    }

    private static void AddRow(ref double a, MatrixLayout layout, ref double b, ref double c)
    {
        Vector256<double> low = Vector256.LoadUnsafe(ref c);
        Vector256<double> high = Vector256.LoadUnsafe(ref c, 4);
        for (int inner = 0; inner < layout.Inner; inner++)
        {
            Vector256<double> left = Vector256.Create(a);
            low += left * Vector256.LoadUnsafe(ref b);
            high += left * Vector256.LoadUnsafe(ref b, 4);
            a = ref Unsafe.Add(ref a, layout.ColumnStride);
            b = ref Unsafe.Add(ref b, layout.Columns);
        }

        low.StoreUnsafe(ref c);
        high.StoreUnsafe(ref c, 4);
    }
}
