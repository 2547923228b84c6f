using ModelSdk.Engine.Training.Linear.LeastSquares;

namespace ModelSdk.Engine.Training.Linear.Shrinkage;

/// <summary>Products of the standardised columns and the label, about their weighted means where there is an intercept.</summary>
internal sealed class CentredMoments
{
    private readonly DoubleDouble[] means;

    private CentredMoments(LeastSquaresProblem problem, Coordinates coordinates, MomentMatrix matrix)
    {
        int width = problem.Width;
        this.Width = width;
        this.Coordinates = coordinates;
        this.TotalWeight = matrix[0, 0].High;
        this.means = [.. Enumerable.Range(0, width + 2).Select(column => problem.Intercept ? matrix[0, column] / matrix[0, 0] : 0)];
        this.Products = new double[width * width];
        this.LabelProducts = new double[width];
        for (int row = 0; row < width; row++)
        {
            for (int column = row; column < width; column++)
            {
                this.Products[(row * width) + column] = this.Products[(column * width) + row] = this.About(matrix, row + 1, column + 1);
            }

            this.LabelProducts[row] = this.About(matrix, row + 1, width + 1);
        }

        this.LabelSquare = this.About(matrix, width + 1, width + 1);
    }

    /// <summary>The number of columns.</summary>
    public int Width { get; }

    /// <summary>What the label is measured in.</summary>
    public Coordinates Coordinates { get; }

    /// <summary>The sum of all weights.</summary>
    public double TotalWeight { get; }

    /// <summary>For each pair of columns, row after row.</summary>
    public double[] Products { get; }

    /// <summary>For each column with the label.</summary>
    public double[] LabelProducts { get; }

    /// <summary>Of the label with itself.</summary>
    public double LabelSquare { get; }

    /// <summary>Sums over all rows.</summary>
    /// <param name="problem">Design, label and weights.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static CentredMoments Of(LeastSquaresProblem problem, CancellationToken cancellation)
    {
        StandardisedPanel panel = StandardisedPanel.Of(problem);
        return new CentredMoments(problem, panel.Coordinates, MomentAccumulator.Compute(problem.Data, panel, new RoundedProducts(), cancellation));
    }

    /// <summary>The intercept that goes with coefficients.</summary>
    /// <param name="coefficients">One for each column.</param>
    public double Intercept(double[] coefficients)
    {
        DoubleDouble intercept = this.means[^1];
        for (int column = 0; column < coefficients.Length; column++)
        {
            intercept -= this.means[column + 1] * coefficients[column];
        }

        return intercept.ToDouble();
    }

    private double About(MomentMatrix matrix, int row, int column) => (matrix[row, column] - (this.means[row] * this.means[column] * matrix[0, 0])).ToDouble();
}
