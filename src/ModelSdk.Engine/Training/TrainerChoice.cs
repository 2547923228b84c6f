using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Engine.Training;

/// <summary>The trainer that a project asks for, or the trainers that <c>Auto</c> compares.</summary>
/// <param name="Name">What the recipe calls it.</param>
/// <param name="Candidates">One trainer, or several of which the training rows choose one.</param>
public sealed record TrainerChoice(string Name, IReadOnlyList<ITrainer> Candidates)
{
    /// <summary>What a user may set: of a named trainer, its hyperparameters; of <c>Auto</c>, nothing, since each candidate has others.</summary>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters => this.IsOpen ? [] : this.Candidates[0].Hyperparameters;

    /// <summary>The optimisers that may be named.</summary>
    public IReadOnlyList<string> Optimizers => this.IsOpen ? [] : this.Candidates[0].Optimizers;

    /// <summary>Whether the training rows have to choose.</summary>
    public bool IsOpen => this.Candidates.Count > 1;

    /// <summary>Why data beyond <c>ModelMemoryLimit</c> cannot be fitted, as a sentence; null where it can, or where the training rows have to choose.</summary>
    public string? StreamingRefusal => this.IsOpen ? null : RefusalOf(this.Candidates[0]);

    /// <summary>A number a candidate; part of the recipe.</summary>
    public IEnumerable<int> Revisions => this.Candidates.Select(trainer => trainer.Revision);

    /// <summary>Why a trainer cannot fit data beyond <c>ModelMemoryLimit</c>; null where it can.</summary>
    /// <param name="trainer">The trainer.</param>
    public static string? RefusalOf(ITrainer trainer) => trainer.CanStream
        ? null
        : $"{trainer.Name} needs all rows in memory; trainers that do not: {Quote.List([.. TrainerCatalog.All.Where(other => other.CanStream).Select(other => other.Name)])}.";

    /// <summary>Finds the trainer or the candidates.</summary>
    /// <param name="name">The value of <c>ModelTrainer</c>, compared ordinally; empty for <c>Auto</c>.</param>
    /// <param name="task">What is to be predicted.</param>
    /// <param name="location">Where the name stands.</param>
    /// <param name="own">The project's own trainers, which <c>Auto</c> never chooses.</param>
    /// <exception cref="ModelBuildException">There is no such trainer, or it cannot fit the task.</exception>
    public static TrainerChoice Find(string name, ModelTask task, SourceLocation location, IReadOnlyList<ITrainer>? own = null)
    {
        bool auto = name.Length == 0 || name == TrainerCatalog.Auto;
        ITrainer trainer = TrainerCatalog.Find(name, task, location, own);
        ITrainer? boosting = auto && trainer is LinearRegression or LogisticRegression ? TrainerCatalog.All.FirstOrDefault(other => other.Name == "GradientBoosting") : null;
        return boosting is null ? new TrainerChoice(trainer.Name, [trainer]) : new TrainerChoice(TrainerCatalog.Auto, [trainer, boosting]);
    }
}
