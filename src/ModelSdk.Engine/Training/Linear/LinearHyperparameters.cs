namespace ModelSdk.Engine.Training.Linear;

/// <summary>Names that several linear trainers share.</summary>
internal static class LinearHyperparameters
{
    public const string FitIntercept = "FitIntercept";
    public const string Alpha = "Alpha";
    public const string MaxIterations = "MaxIterations";
    public const string Tolerance = "Tolerance";
}
