using ModelSdk.Contracts.Models.Trees;

namespace ModelSdk.LightGbm.Model;

/// <summary>A model of LightGBM in our own form.</summary>
/// <param name="Link">What turns margins into scores.</param>
/// <param name="Trees">The trees.</param>
internal sealed record ConvertedModel(string Link, TreeEnsemble Trees);
