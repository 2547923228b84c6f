namespace ModelSdk.Engine.Training.Linear;

/// <summary>The solution of a least-squares problem.</summary>
/// <param name="Intercept">The coefficient of the constant column; 0 where there is none.</param>
/// <param name="Coefficients">One for each column of the design.</param>
/// <param name="Dependent">The columns that are linear combinations of the constant and of earlier columns; constant columns are not among them.</param>
internal sealed record LeastSquaresSolution(double Intercept, double[] Coefficients, IReadOnlyList<int> Dependent);
