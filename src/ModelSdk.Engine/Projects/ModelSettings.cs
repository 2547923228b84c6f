using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Engine.Projects;

/// <summary>The project's properties, checked and typed.</summary>
public sealed record ModelSettings
{
    /// <summary>The model's name: artifact and class stem.</summary>
    public required string Name { get; init; }

    /// <summary>What the model predicts.</summary>
    public required ModelTask Task { get; init; }

    /// <summary>The label column.</summary>
    public required string Label { get; init; }

    /// <summary>The positive class of a binary label; empty where it follows from the label.</summary>
    public string PositiveLabel { get; init; } = "";

    /// <summary>The trainer's name, or <c>Auto</c>.</summary>
    public string Trainer { get; init; } = "Auto";

    /// <summary>The source of every random choice.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The share of rows held out for the test, 0 to below 1.</summary>
    public double TestFraction { get; init; } = 0.2;

    /// <summary>What is judged.</summary>
    public EvaluationMode Evaluation { get; init; }

    /// <summary>In how many folds rows are divided, where the way the model is made is judged; at least 2.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>The optimiser, as the project writes it.</summary>
    public string Optimizer { get; init; } = "Auto";

    /// <summary>The version to continue from, as the project names it; empty to begin anew.</summary>
    public string WarmStart { get; init; } = "";

    /// <summary>The most memory in bytes that data may fill; null where the machine alone limits it.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>How rows are split.</summary>
    public SplitBy SplitBy { get; init; }

    /// <summary>When the model is trained.</summary>
    public TrainMode Train { get; init; }

    /// <summary>The stored version to build instead of training, as the project names it; empty for none.</summary>
    public string PinnedVersion { get; init; } = "";

    /// <summary>The least number of the next version; null for none.</summary>
    public SemanticVersion? VersionFloor { get; init; }

    /// <summary>Whether nothing may be written to the source tree.</summary>
    public bool Locked { get; init; }
}
