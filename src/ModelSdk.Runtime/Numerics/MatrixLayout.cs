namespace ModelSdk.Runtime.Numerics;

/// <summary>The sizes of a matrix product, and where the left matrix's values lie: a transposed matrix is one whose strides are exchanged.</summary>
/// <param name="Rows">The rows of the left matrix and of the result, ≥ 0.</param>
/// <param name="Inner">The columns of the left matrix and the rows of the right one, ≥ 0.</param>
/// <param name="Columns">The columns of the right matrix and of the result, a multiple of 8.</param>
/// <param name="RowStride">How far apart two rows of the left matrix lie, ≥ 0.</param>
/// <param name="ColumnStride">How far apart two columns of the left matrix lie, ≥ 0.</param>
public readonly record struct MatrixLayout(int Rows, int Inner, int Columns, int RowStride, int ColumnStride);
