using System.ComponentModel;

namespace ModelSdk.Runtime;

/// <summary>Leads the build to the hidden entry by which it compares a compiled class with the engine's predictions.</summary>
/// <param name="modelName">The model's name.</param>
/// <param name="entryType">The type with the method <c>double[] Score(Array[] featureColumns, int rows)</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelVerificationAttribute(string modelName, Type entryType) : Attribute
{
    /// <summary>The model's name.</summary>
    public string ModelName { get; } = modelName;

    /// <summary>The type with the entry method.</summary>
    public Type EntryType { get; } = entryType;
}
