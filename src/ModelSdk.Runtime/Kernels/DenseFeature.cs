namespace ModelSdk.Runtime.Kernels;

/// <summary>A number, boolean or date as the linear kernel reads it.</summary>
/// <param name="Slot">The feature's slot.</param>
/// <param name="Mean">Subtracted from the slot.</param>
/// <param name="CenteredFill">What stands in for a missing value, the mean already subtracted.</param>
internal readonly record struct DenseFeature(int Slot, double Mean, double CenteredFill);
