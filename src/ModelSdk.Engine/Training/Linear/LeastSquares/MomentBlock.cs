using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>The rows of one block of a design while their products are summed.</summary>
/// <param name="design">The design.</param>
/// <param name="width">The number of values of a row: constant, dense columns, label.</param>
internal sealed class MomentBlock(DesignMatrix design, int width)
{
    private readonly double[] values = new double[design.RowsIn(0) * width];
    private readonly double[] columns = new double[design.RowsIn(0) * width];
    private readonly int[] codes = new int[design.RowsIn(0) * design.CodeCount];

    /// <summary>The first row.</summary>
    public int FirstRow { get; private set; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>The rows, one after the other.</summary>
    public Span<double> Values => this.values.AsSpan(0, this.Rows * width);

    /// <summary>The columns, one after the other.</summary>
    public Span<double> Columns => this.columns.AsSpan(0, this.Rows * width);

    /// <summary>The indicators of the rows.</summary>
    public Span<int> Codes => this.codes.AsSpan(0, this.Rows * design.CodeCount);

    /// <summary>The sums of products of all pairs of columns: a square of which the upper triangle is written.</summary>
    public DoubleDouble[] Sums { get; } = new DoubleDouble[width * width];

    /// <summary>Goes to other rows.</summary>
    public void Begin(int firstRow, int rows) => (this.FirstRow, this.Rows) = (firstRow, rows);
}
