using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Forecasting;
using ModelSdk.Engine.Training.Linear;
using ModelSdk.Engine.Training.Networks;
using ModelSdk.Engine.Training.Trees;

namespace ModelSdk.Engine.Training;

/// <summary>The trainers by name.</summary>
public static class TrainerCatalog
{
    /// <summary>The name that leaves the choice to the task: <c>LinearRegression</c> for regression, else <c>LogisticRegression</c>.</summary>
    public const string Auto = "Auto";

    /// <summary>All trainers, in the order in which messages list them.</summary>
    public static IReadOnlyList<ITrainer> All { get; } =
    [
        new LinearRegression(), new Ridge(), new Lasso(), new ElasticNet(), new LogisticRegression(), new PoissonRegression(), new QuantileRegression(),
        new NeuralNetwork(), new GradientBoosting(), new RandomForest(), new IsolationForest(),
        new ForecastSelection(), new SeasonalNaive(), new HoltWinters(), new LagRegression(),
    ];

    /// <summary>Finds the trainer that a project asks for.</summary>
    /// <param name="name">The value of <c>ModelTrainer</c>, compared ordinally; empty for <see cref="Auto"/>.</param>
    /// <param name="task">What is to be predicted.</param>
    /// <param name="location">Where the name stands.</param>
    /// <param name="own">The project's own trainers; a name of ours among them is never found.</param>
    /// <exception cref="ModelBuildException">There is no such trainer, or it cannot fit the task.</exception>
    public static ITrainer Find(string name, ModelTask task, SourceLocation location, IReadOnlyList<ITrainer>? own = null)
    {
        if (name.Length == 0 || name == Auto)
        {
            return All.First(trainer => trainer.Supports(task));
        }

        IReadOnlyList<ITrainer> known = [.. All, .. own ?? []];
        ITrainer trainer = known.FirstOrDefault(trainer => trainer.Name == name) ?? throw Unknown(name, known, location);
        return trainer.Supports(task) ? trainer : throw Unsupported(trainer, known, task, location);
    }

    private static ModelBuildException Unknown(string name, IReadOnlyList<ITrainer> known, SourceLocation location)
    {
        string[] names = [Auto, .. known.Select(trainer => trainer.Name)];
        return new ModelBuildException(
            TrainingDiagnostics.UnknownTrainer,
            $"ModelTrainer is {Quote.Value(name)}; valid: {Quote.List(names)}.{NearestName.Suggestion(name, names)}",
            location);
    }

    private static ModelBuildException Unsupported(ITrainer trainer, IReadOnlyList<ITrainer> known, ModelTask task, SourceLocation location)
    {
        string[] names = [Auto, .. known.Where(other => other.Supports(task)).Select(other => other.Name)];
        return new ModelBuildException(
            TrainingDiagnostics.TaskNotSupported,
            $"ModelTrainer is \"{trainer.Name}\", which does not fit {task}; valid for this task: {Quote.List(names)}.",
            location);
    }
}
