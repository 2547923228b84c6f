using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.LeastSquares;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>Refuses designs that are too wide for solvers that hold the products of all columns.</summary>
internal static class DesignWidth
{
    /// <summary>Checks.</summary>
    /// <param name="trainer">The trainer's name.</param>
    /// <param name="width">The number of columns of the design.</param>
    /// <exception cref="ModelBuildException">There are too many.</exception>
    public static void Check(string trainer, int width)
    {
        if (width > LeastSquaresSolver.MostColumns)
        {
            throw new ModelBuildException(
                TrainingDiagnostics.TooManyColumns,
                $"The features fill {width} columns (each category has one); {trainer} takes at most {LeastSquaresSolver.MostColumns}. "
                + "Set the role of wide features to \"ignore\", use fewer categories, or set ModelTrainer to GradientBoosting.",
                SourceLocation.None);
        }
    }
}
