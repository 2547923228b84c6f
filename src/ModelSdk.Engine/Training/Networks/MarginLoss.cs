using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>
/// What a margin costs: ½ (margin − target)² of a regression, −ln P(label) of classes, where P is the sigmoid of one margin or the softmax of
/// several (Bishop, Pattern Recognition and Machine Learning, 2006, §5.2).
/// </summary>
/// <param name="task">What is predicted.</param>
internal sealed class MarginLoss(ModelTask task)
{
    /// <summary>The loss of a row.</summary>
    /// <param name="margins">The row's margins; replaced by the derivatives of the loss.</param>
    /// <param name="target">The row's target.</param>
    public double Evaluate(Span<double> margins, double target) => task switch
    {
        ModelTask.Regression => Squared(margins, target),
        ModelTask.BinaryClassification => Binary(margins, target),
        _ => Multinomial(margins, (int)target),
    };

    private static double Squared(Span<double> margins, double target)
    {
        margins[0] -= target;
        return 0.5 * (margins[0] * margins[0]);
    }

    private static double Binary(Span<double> margins, double target)
    {
        double margin = margins[0];
        margins[0] = DeterministicMath.Sigmoid(margin) - target;
        return DeterministicMath.Softplus(target == 1 ? -margin : margin);
    }

    private static double Multinomial(Span<double> margins, int target)
    {
        double own = margins[target];
        double loss = DeterministicMath.LogSumExp(margins) - own;
        DeterministicMath.Softmax(margins);
        margins[target] -= 1;
        return loss;
    }
}
