namespace ModelSdk.LightGbm.Model;

/// <summary>What a model text of LightGBM says, as far as scores depend on it.</summary>
/// <param name="Objective">The line <c>objective</c>: a name, then settings.</param>
/// <param name="TreesPerIteration">How many trees each iteration adds: tree i adds to margin i modulo this number.</param>
/// <param name="FeatureCount">How many features there are.</param>
/// <param name="Trees">The trees.</param>
internal sealed record ModelText(string Objective, int TreesPerIteration, int FeatureCount, IReadOnlyList<TreeText> Trees);
