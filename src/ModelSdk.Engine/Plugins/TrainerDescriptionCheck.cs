using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;

namespace ModelSdk.Engine.Plugins;

/// <summary>Finds what is wrong with what an own trainer says about itself, before a project's settings are held against it.</summary>
internal static class TrainerDescriptionCheck
{
    /// <summary>What is wrong, a clause without a full stop; null where nothing is.</summary>
    /// <param name="trainer">An own trainer.</param>
    public static string? Problem(ITrainer trainer)
    {
        try
        {
            return trainer.Name is null ? "a trainer of it has the Name null" : Find(trainer) is { } problem ? $"the trainer {trainer.Name} {problem}" : null;
        }
        catch (Exception exception) when (exception is not ModelBuildException)
        {
            return $"a trainer of it cannot say what it is: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}";
        }
    }

    private static string? Find(ITrainer trainer) =>
        trainer.Optimizers is null || trainer.Optimizers.Any(string.IsNullOrEmpty) ? "has Optimizers that are null, or one without a name"
        : trainer.Hyperparameters is null || trainer.Hyperparameters.Any(IsIncomplete) ? "has Hyperparameters that are null, or one without name, default or choices"
        : trainer.Hyperparameters.GroupBy(definition => definition.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? $"has the hyperparameter {Quote.Value(twice.Key)} twice"
        : trainer.Hyperparameters.Select(definition => BadDefault(trainer, definition)).FirstOrDefault(problem => problem is not null);

    private static bool IsIncomplete(HyperparameterDefinition? definition) =>
        definition is not { Name.Length: > 0, Default: not null, Choices: not null };

    private static string? BadDefault(ITrainer trainer, HyperparameterDefinition definition)
    {
        try
        {
            HyperparameterParser.Parse(trainer, [new HyperparameterSetting(definition.Name, definition.Default, SourceLocation.None)], SilentLog.Instance);
            return null;
        }
        catch (ModelBuildException exception)
        {
            return $"has a default that is not valid: {exception.Message.TrimEnd('.')}";
        }
    }
}
