namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// The coordinates that a least-squares problem is solved in: (original value − centre) · factor for each column of the design, and for the label.
/// </summary>
/// <param name="Centres">One for each column of the design; 0 where there is no intercept.</param>
/// <param name="Factors">One for each column of the design, positive.</param>
/// <param name="TargetCentre">The label's.</param>
/// <param name="TargetFactor">The label's, positive.</param>
internal sealed record Coordinates(double[] Centres, DoubleDouble[] Factors, double TargetCentre, double TargetFactor);
