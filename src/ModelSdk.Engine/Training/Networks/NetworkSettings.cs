namespace ModelSdk.Engine.Training.Networks;

/// <summary>What the objective of a network goes by.</summary>
/// <param name="L2">The weight of the squared connection weights beside the sum of the rows' losses, ≥ 0.</param>
/// <param name="Dropout">The probability with which a hidden unit is dropped in a step, 0 to below 1.</param>
internal sealed record NetworkSettings(double L2, double Dropout);
