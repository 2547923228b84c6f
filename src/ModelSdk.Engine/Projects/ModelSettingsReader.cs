using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Store;

namespace ModelSdk.Engine.Projects;

/// <summary>Checks the project's properties. Every bad one is reported, at its own place; then the station stops.</summary>
public static class ModelSettingsReader
{
    private static readonly (string Name, string Answer)[] Later =
    [
        ("ModelRemote", "remotes come with a later version; the store is a folder that git tracks"),
    ];

    /// <summary>Reads the settings.</summary>
    /// <param name="options">What the build said.</param>
    /// <param name="log">Gets every problem.</param>
    /// <returns>Valid settings, or null where an error was reported.</returns>
    public static ModelSettings? Read(ProjectOptions options, IEngineLog log)
    {
        PropertyChecks check = new(options, log);
        ModelSettings settings = new()
        {
            Name = check.Required("ModelName", "the file name of the project, for example Churn"),
            Task = check.Choice("ModelTask", default(ModelTask), required: true),
            Label = check.Required("ModelLabel", "the name of the column to predict"),
            PositiveLabel = options.Property("ModelPositiveLabel").Value,
            Trainer = check.TextOr("ModelTrainer", "Auto"),
            Seed = check.WholeNumber("ModelSeed", 1),
            TestFraction = check.Fraction("ModelTestFraction", 0.2),
            Evaluation = check.Choice("ModelEvaluation", EvaluationMode.Holdout),
            Folds = (int)check.WholeNumber("ModelFolds", 5, 2, 1000),
            Optimizer = check.TextOr("ModelOptimizer", "Auto"),
            WarmStart = options.Property("ModelWarmStart").Value,
            MemoryLimit = check.Bytes("ModelMemoryLimit"),
            SplitBy = check.Choice("ModelSplitBy", SplitBy.Row),
            Train = check.Choice("ModelTrain", TrainMode.Auto),
            PinnedVersion = options.Property("ModelPinnedVersion").Value,
            VersionFloor = check.Version("ModelVersion"),
            Locked = check.Flag("ModelLocked"),
        };
        CheckName(settings.Name, check);
        check.OneOf("ModelGate", "Error", "Warning", "Off");
        foreach ((string name, string answer) in Later.Where(later => options.Property(later.Name).Value.Length > 0))
        {
            check.Fail(ProjectDiagnostics.NotAvailableYet, name, $"{name} is not available in this version: {answer}.");
        }

        return check.Failed ? null : settings;
    }

    private static void CheckName(string name, PropertyChecks check)
    {
        bool valid = name.Length == 0 || StoreNames.IsModel(name);
        if (!valid)
        {
            check.Fail(
                ProjectDiagnostics.InvalidPropertyValue,
                "ModelName",
                string.Create(CultureInfo.InvariantCulture, $"ModelName is {Quote.Value(name)}; it must be usable as a C# class name of at most 64 characters, and \"objects\" and devices such as \"con\" are reserved."));
        }
    }
}
