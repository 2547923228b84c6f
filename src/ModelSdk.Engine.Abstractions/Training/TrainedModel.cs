using ModelSdk.Contracts.Models;

namespace ModelSdk.Engine.Training;

/// <summary>What a trainer hands back: the parameters of one of the Runtime's kernels.</summary>
/// <param name="Kernel">The Runtime's kernel that scores it: <c>linear</c>.</param>
/// <param name="Link">What turns its margins into scores: <c>identity</c>, <c>logistic</c> or <c>softmax</c>.</param>
/// <param name="Tensors">The tensors that the kernel reads, in file order.</param>
/// <param name="Convergence">How the objective fell; empty where nothing iterates.</param>
public sealed record TrainedModel(string Kernel, string Link, IReadOnlyList<ModelTensor> Tensors, IReadOnlyList<ConvergencePoint> Convergence);
