using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Engine.Training;

/// <summary>The trainers by name.</summary>
public static class TrainerCatalog
{
    /// <summary>The name that leaves the choice to the task: <c>LinearRegression</c> for regression, else <c>LogisticRegression</c>.</summary>
    public const string Auto = "Auto";

    /// <summary>All trainers, in the order in which messages list them.</summary>
    public static IReadOnlyList<ITrainer> All { get; } = [new LinearRegression(), new LogisticRegression()];

    /// <summary>Finds the trainer that a project asks for.</summary>
    /// <param name="name">The value of <c>ModelTrainer</c>, compared ordinally; empty for <see cref="Auto"/>.</param>
    /// <param name="task">What is to be predicted.</param>
    /// <param name="location">Where the name stands.</param>
    /// <exception cref="ModelBuildException">There is no such trainer, or it cannot fit the task.</exception>
    public static ITrainer Find(string name, ModelTask task, SourceLocation location)
    {
        if (name.Length == 0 || name == Auto)
        {
            return All.First(trainer => trainer.Supports(task));
        }

        ITrainer trainer = All.FirstOrDefault(trainer => trainer.Name == name) ?? throw Unknown(name, location);
        return trainer.Supports(task) ? trainer : throw Unsupported(trainer, task, location);
    }

    private static ModelBuildException Unknown(string name, SourceLocation location)
    {
        string[] names = [Auto, .. All.Select(trainer => trainer.Name)];
        return new ModelBuildException(
            TrainingDiagnostics.UnknownTrainer,
            $"ModelTrainer is {Quote.Value(name)}; valid: {Quote.List(names)}.{NearestName.Suggestion(name, names)}",
            location);
    }

    private static ModelBuildException Unsupported(ITrainer trainer, ModelTask task, SourceLocation location)
    {
        string[] names = [Auto, .. All.Where(other => other.Supports(task)).Select(other => other.Name)];
        return new ModelBuildException(
            TrainingDiagnostics.TaskNotSupported,
            $"ModelTrainer is \"{trainer.Name}\", which does not fit {task}; valid for this task: {Quote.List(names)}.",
            location);
    }
}
