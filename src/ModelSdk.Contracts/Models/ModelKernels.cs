namespace ModelSdk.Contracts.Models;

/// <summary>The kernels that apps carry, by the names that model files hold.</summary>
public static class ModelKernels
{
    /// <summary>Forecasts that training computed, a value for each series and step.</summary>
    public const string Forecast = "forecast";

    /// <summary>An intercept and a coefficient for each column of the design.</summary>
    public const string Linear = "linear";

    /// <summary>Dense layers with rectified linear units between them.</summary>
    public const string Network = "network";

    /// <summary>Decision trees whose leaves are added up.</summary>
    public const string Trees = "trees";

    /// <summary>All names, in the order in which messages list them.</summary>
    public static IReadOnlyList<string> All { get; } = [Forecast, Linear, Network, Trees];
}
