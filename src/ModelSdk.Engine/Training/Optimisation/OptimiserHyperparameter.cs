namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>A hyperparameter and the optimisers that it means something to.</summary>
/// <param name="Definition">Name, kind, default and range.</param>
/// <param name="Optimisers">Their names.</param>
internal sealed record OptimiserHyperparameter(HyperparameterDefinition Definition, params string[] Optimisers);
