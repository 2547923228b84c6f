using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>What boosting minimises: Σ weight · loss / Σ weight.</summary>
internal abstract class BoostingObjective
{
    /// <summary>What turns margins into scores.</summary>
    public abstract string Link { get; }

    /// <summary>How many margins a row has, which is how many trees an iteration adds.</summary>
    public abstract int OutputCount { get; }

    /// <summary>Leaves get this weighted quantile of their rows' residuals instead of a Newton step; null for Newton steps.</summary>
    public virtual double? LeafQuantile => null;

    /// <summary>The constant margins to begin with.</summary>
    /// <param name="fitted">How many rows, from the first, are fitted.</param>
    public abstract double[] Start(int fitted);

    /// <summary>Computes the derivatives by one margin of a range of rows, weights included.</summary>
    /// <param name="output">The margin. 0 comes first; the others see the margins as they were then.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="margins">The margins of all rows, row after row.</param>
    /// <param name="pairs">Gets the bits of gradient and hessian for each of all rows.</param>
    /// <returns>For margin 0 the weighted sum of the rows' losses.</returns>
    public abstract double Differentiate(int output, int first, int end, double[] margins, Vector128<long>[] pairs);

    /// <summary>The weighted sum of the losses of a range of rows.</summary>
    /// <inheritdoc cref="Differentiate" path="/param"/>
    public abstract double Loss(int first, int end, double[] margins);
}
