using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>How deep a row of a binary search tree lies on average (Liu, Ting and Zhou, "Isolation forest", 2008, equation 1).</summary>
internal static class PathLength
{
    private const double EulerConstant = 0.5772156649015329;

    /// <summary>c(n) = 2 H(n − 1) − 2 (n − 1) / n with H(i) ≈ ln i + 0.5772…; 1 for two rows, 0 for fewer.</summary>
    /// <param name="rows">n.</param>
    public static double Average(int rows) => rows switch
    {
        < 2 => 0,
        2 => 1,
        _ => (2 * (DeterministicMath.Log(rows - 1) + EulerConstant)) - (2 * (rows - 1.0) / rows),
    };
}
