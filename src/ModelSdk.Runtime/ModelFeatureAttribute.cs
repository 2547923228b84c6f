using ModelSdk.Contracts.Schema;

namespace ModelSdk.Runtime;

/// <summary>Says what the contract knows of an input's property; for analyzers and for code that lists a model's features.</summary>
/// <param name="name">The column's name in the data.</param>
/// <param name="kind">What its values are.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ModelFeatureAttribute(string name, ColumnKind kind) : Attribute
{
    /// <summary>The column's name in the data.</summary>
    public string Name { get; } = name;

    /// <summary>What its values are.</summary>
    public ColumnKind Kind { get; } = kind;

    /// <summary>The smallest number seen when the contract was made; NaN where unknown.</summary>
    public double Minimum { get; init; } = double.NaN;

    /// <summary>The largest number seen when the contract was made; NaN where unknown.</summary>
    public double Maximum { get; init; } = double.NaN;

    /// <summary>The unit; empty where the contract names none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>All categories that there may be, where the contract closes the set; otherwise empty.</summary>
    public string[] Categories { get; init; } = [];
}
