namespace ModelSdk.Engine.Training.Trees;

/// <summary>The hyperparameters of <see cref="RandomForest"/>, read.</summary>
/// <param name="Trees">How many trees.</param>
/// <param name="MinRowsPerLeaf">The fewest rows of a leaf.</param>
/// <param name="MaxDepth">The most splits between root and leaf; 0 for no limit.</param>
/// <param name="FeaturesPerSplit">How many features, of those that differ within a node, are tried.</param>
internal sealed record ForestSettings(int Trees, int MinRowsPerLeaf, int MaxDepth, int FeaturesPerSplit);
