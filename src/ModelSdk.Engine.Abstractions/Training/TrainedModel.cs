using ModelSdk.Contracts.Models;

namespace ModelSdk.Engine.Training;

/// <summary>What a trainer hands back: the parameters of one of the Runtime's kernels.</summary>
/// <param name="Kernel">The Runtime's kernel that scores it: <c>linear</c>, <c>trees</c>, <c>network</c> or <c>forecast</c>.</param>
/// <param name="Link">What turns its margins into scores: <c>identity</c>, <c>logistic</c>, <c>softmax</c>, <c>exponential</c> or <c>isolation</c>.</param>
/// <param name="Tensors">The tensors that the kernel reads, in file order.</param>
/// <param name="Convergence">How the objective fell; empty where nothing iterates.</param>
public sealed record TrainedModel(string Kernel, string Link, IReadOnlyList<ModelTensor> Tensors, IReadOnlyList<ConvergencePoint> Convergence)
{
    /// <summary>How the objective on validation rows fell; empty where there were none.</summary>
    public IReadOnlyList<ConvergencePoint> ValidationConvergence { get; init; } = [];

    /// <summary>How certain the coefficients are, where the trainer can tell: the intercept, then the design's columns.</summary>
    public IReadOnlyList<CoefficientStatistic> Statistics { get; init; } = [];

    /// <summary>For two classes, the least score that counts as positive, from 0 to 1; null for 0.5.</summary>
    public double? Threshold { get; init; }

    /// <summary>Numbers that describe the fit, by name: <c>ResidualStandardDeviation</c>, <c>DegreesOfFreedom</c>, <c>BestIteration</c>.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; init; } = new Dictionary<string, double>();

    /// <summary>What the trainer decided, and why; one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
