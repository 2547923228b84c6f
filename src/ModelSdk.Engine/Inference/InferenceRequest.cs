using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data.Sources;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Inference;

/// <summary>What the project says before there is a contract.</summary>
/// <param name="Task">What the model predicts.</param>
/// <param name="Label">The label's column name.</param>
/// <param name="PositiveLabel">The positive class of a binary label; null where it is not set.</param>
/// <param name="ModelName">The model's name, which generated types begin with.</param>
public sealed record InferenceRequest(ModelTask Task, string Label, string? PositiveLabel, string ModelName)
{
    /// <summary>Opens the files; CSV only where nothing else is said.</summary>
    public DataSources Sources { get; init; } = DataSources.CsvOnly;

    /// <summary>Where the task is set.</summary>
    public SourceLocation TaskDeclaredAt { get; init; } = SourceLocation.None;

    /// <summary>Where the label is set.</summary>
    public SourceLocation LabelDeclaredAt { get; init; } = SourceLocation.None;

    /// <summary>Where the positive class is set; where it is not set, the label's place is named.</summary>
    public SourceLocation PositiveLabelDeclaredAt { get; init; } = SourceLocation.None;
}
