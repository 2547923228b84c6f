using CsCheck;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Tests.Runtime.Numerics;

public sealed class MatrixProductTests
{
    private static readonly Gen<(int Rows, int Inner, int Blocks)> Sizes = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 9], Gen.Int[0, 3]);

    [Fact]
    public void Every_element_adds_its_products_in_order_whatever_the_tiles() =>
        Gen.Select(Sizes, Gen.Bool, Gen.Int[0, 1_000_000]).Sample((sizes, transposed, seed) =>
        {
            (int rows, int inner, int columns) = (sizes.Rows, sizes.Inner, sizes.Blocks * MatrixProduct.Lanes);
            Random random = new(seed);
            double[] left = Numbers(random, rows * inner);
            double[] right = Numbers(random, inner * columns);
            double[] result = Numbers(random, rows * columns);
            double[] expected = [.. result];
            (int rowStride, int columnStride) = transposed ? (1, rows) : (inner, 1);
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    for (int k = 0; k < inner; k++)
                    {
                        double product = left[(row * rowStride) + (k * columnStride)] * right[(k * columns) + column];
                        expected[(row * columns) + column] += product;
                    }
                }
            }

            MatrixProduct.Add(left, new MatrixLayout(rows, inner, columns, rowStride, columnStride), right, result);
            return expected.SequenceEqual(result);
        });

    [Fact]
    public void A_row_has_the_same_bits_alone_and_among_others()
    {
        Random random = new(3);
        double[] left = Numbers(random, 9 * 13);
        double[] right = Numbers(random, 13 * 16);
        double[] together = new double[9 * 16];
        MatrixProduct.Add(left, new MatrixLayout(9, 13, 16, 13, 1), right, together);
        for (int row = 0; row < 9; row++)
        {
            double[] alone = new double[16];
            MatrixProduct.Add(left.AsSpan(row * 13, 13), new MatrixLayout(1, 13, 16, 13, 1), right, alone);
            Assert.Equal(together.AsSpan(row * 16, 16).ToArray(), alone);
        }
    }

    [Theory]
    [InlineData(2, 3, 12, 3, 1)] // No multiple of eight columns.
    [InlineData(3, 3, 8, 3, 1)] // One row too many in the left matrix.
    [InlineData(2, 4, 8, 3, 1)] // One row too many in the right one.
    [InlineData(2, 3, 16, 3, 1)] // Too many columns.
    [InlineData(2, 3, 8, 5, 1)] // Rows too far apart.
    public void Sizes_that_do_not_fit_the_arrays_are_refused(int rows, int inner, int columns, int rowStride, int columnStride) =>
        Assert.Throws<ArgumentException>(() => MatrixProduct.Add(new double[6], new MatrixLayout(rows, inner, columns, rowStride, columnStride), new double[24], new double[16]));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 8)]
    [InlineData(8, 8)]
    [InlineData(9, 16)]
    public void Columns_are_padded_to_multiples_of_eight(int columns, int padded) => Assert.Equal(padded, MatrixProduct.Padded(columns));

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 9)))];
}
