using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Training;

/// <summary>A model with everything that scoring needs.</summary>
/// <param name="Contract">The contract that it was trained by.</param>
/// <param name="Features">The fitted preprocessing, one encoding for each feature.</param>
/// <param name="Trainer">The trainer's name.</param>
/// <param name="Model">The trainer's result.</param>
public sealed record FittedModel(ModelContract Contract, IReadOnlyList<FeatureEncoding> Features, string Trainer, TrainedModel Model);
