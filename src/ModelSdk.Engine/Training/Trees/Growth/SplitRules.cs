using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Judges one way to part a leaf.</summary>
/// <param name="settings">The limits.</param>
/// <param name="leaf">The leaf.</param>
/// <param name="score">Value and gain of its children.</param>
/// <param name="monotone">1 where the right child must not be below the left one, −1 for the reverse, else 0.</param>
internal readonly struct SplitRules(GrowthSettings settings, LeafSums leaf, LeafScore score, int monotone)
{
    private readonly int minRows = settings.MinRowsPerLeaf;
    private readonly double minWeight = settings.MinChildWeight;
    private readonly LeafSums leaf = leaf;
    private readonly int rows = leaf.Units.Count(leaf.Total);

    /// <summary>Value and gain of the children.</summary>
    public LeafScore Score { get; } = score;

    /// <summary>The gain of both children; minus infinity where the split is not allowed.</summary>
    /// <param name="left">The sums of the left child.</param>
    public double Gain(Vector128<long> left)
    {
        FixedPoint units = this.leaf.Units;
        Vector128<long> right = this.leaf.Total - left;
        int leftRows = units.Count(left);
        double leftHessian = units.Hessian(left);
        double rightHessian = units.Hessian(right);
        if (leftRows < this.minRows || this.rows - leftRows < this.minRows || leftHessian < this.minWeight || rightHessian < this.minWeight)
        {
            return double.NegativeInfinity;
        }

        double leftGradient = units.Gradient(left);
        double rightGradient = units.Gradient(right);
        return monotone != 0 && monotone * (this.Score.Value(rightGradient, rightHessian) - this.Score.Value(leftGradient, leftHessian)) < 0
            ? double.NegativeInfinity
            : this.Score.Gain(leftGradient, leftHessian) + this.Score.Gain(rightGradient, rightHessian);
    }
}
