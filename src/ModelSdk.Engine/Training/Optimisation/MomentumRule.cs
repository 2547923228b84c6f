using System.Numerics;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>
/// The gradient step with momentum: v ← μ v − η g, θ ← θ + v (Polyak 1964; in this form Sutskever, Martens, Dahl and Hinton, "On the importance
/// of initialization and momentum in deep learning", 2013, equations 1 and 2). Nesterov's looks ahead: θ ← θ + μ v − η g with the new v
/// (Bengio, Boulanger-Lewandowski and Pascanu, "Advances in optimizing recurrent networks", 2013, equation 7). μ = 0 is plain descent.
/// </summary>
/// <param name="count">The number of parameters.</param>
/// <param name="settings">Momentum and whether it looks ahead.</param>
internal sealed class MomentumRule(int count, OptimiserSettings settings) : IUpdateRule
{
    private readonly double[] velocity = new double[count];

    /// <inheritdoc/>
    public void Apply(Span<double> parameters, ReadOnlySpan<double> gradient, double rate)
    {
        double momentum = settings.Momentum;
        int index = 0;
        for (; index <= parameters.Length - Vector<double>.Count; index += Vector<double>.Count)
        {
            Vector<double> descent = rate * new Vector<double>(gradient[index..]);
            Vector<double> next = (momentum * new Vector<double>(this.velocity, index)) - descent;
            next.CopyTo(this.velocity, index);
            Vector<double> step = settings.Nesterov ? (momentum * next) - descent : next;
            (new Vector<double>(parameters[index..]) + step).CopyTo(parameters[index..]);
        }

        for (; index < parameters.Length; index++)
        {
            double descent = rate * gradient[index];
            double next = (momentum * this.velocity[index]) - descent;
            this.velocity[index] = next;
            parameters[index] += settings.Nesterov ? (momentum * next) - descent : next;
        }
    }
}
