using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training;

/// <summary>Checks what a project sets against what a trainer takes.</summary>
public static class HyperparameterParser
{
    /// <inheritdoc cref="Parse(TrainerChoice, IReadOnlyList{HyperparameterSetting}, IEngineLog)"/>
    public static HyperparameterValues Parse(ITrainer trainer, IReadOnlyList<HyperparameterSetting> settings, IEngineLog log) =>
        Parse(new TrainerChoice(trainer.Name, [trainer]), settings, log);

    /// <summary>Reads the settings; what is not set has its default.</summary>
    /// <param name="trainer">The trainer, or those to choose from, which take no settings.</param>
    /// <param name="settings">The project's items.</param>
    /// <param name="log">Gets every problem but the last.</param>
    /// <exception cref="ModelBuildException">A name is unknown or stands twice, or a value is invalid; the last problem, the others are logged.</exception>
    public static HyperparameterValues Parse(TrainerChoice trainer, IReadOnlyList<HyperparameterSetting> settings, IEngineLog log)
    {
        Dictionary<string, string> texts = new(HyperparameterValues.Defaults(trainer.Hyperparameters).Texts, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<ModelBuildException> problems = [];
        foreach (HyperparameterSetting setting in settings)
        {
            HyperparameterDefinition? definition = trainer.Hyperparameters.FirstOrDefault(definition => definition.Name == setting.Name);
            string? text = definition is null ? null : Canonical(definition, setting.Value.Trim());
            ModelBuildException? problem =
                definition is null ? Unknown(trainer, setting)
                : text is null ? Invalid(definition, setting)
                : seen.Add(setting.Name) ? null : Repeated(setting);
            problems.AddRange(problem is null ? [] : [problem]);
            texts[setting.Name] = text ?? "";
        }

        Throw(problems, log);
        return new HyperparameterValues(texts);
    }

    private static void Throw(List<ModelBuildException> problems, IEngineLog log)
    {
        foreach (ModelBuildException problem in problems.SkipLast(1))
        {
            log.Report(problem.Diagnostic, problem.Message, problem.Location);
        }

        if (problems.Count > 0)
        {
            throw problems[^1];
        }
    }

    private static string? Canonical(HyperparameterDefinition definition, string value) => definition.Kind switch
    {
        HyperparameterKind.Boolean => bool.TryParse(value, out bool flag) ? (flag ? "true" : "false") : null,
        HyperparameterKind.Choice => definition.Choices.Contains(value, StringComparer.Ordinal) ? value : null,
        HyperparameterKind.Text => definition.Canonical is { } canonical ? canonical(value) : value,
        HyperparameterKind.WholeNumber => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole) && InRange(definition, whole)
            ? whole.ToString(CultureInfo.InvariantCulture)
            : null,
        _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && InRange(definition, number)
            ? JsonText.Number(number)
            : null,
    };

    private static bool InRange(HyperparameterDefinition definition, double number) =>
        !(number < definition.Minimum) && !(number > definition.Maximum);

    private static ModelBuildException Unknown(TrainerChoice trainer, HyperparameterSetting setting)
    {
        string[] names = [.. trainer.Hyperparameters.Select(definition => definition.Name)];
        return new ModelBuildException(
            TrainingDiagnostics.UnknownHyperparameter,
            trainer.IsOpen
                ? $"The hyperparameter {Quote.Value(setting.Name)} is set, and ModelTrainer is {trainer.Name}, which compares {Quote.List([.. trainer.Candidates.Select(candidate => candidate.Name)])} at their defaults. Set ModelTrainer to the one that is meant."
                : $"{trainer.Name} has no hyperparameter {Quote.Value(setting.Name)}; valid: {Quote.List(names)}.{NearestName.Suggestion(setting.Name, names)}",
            setting.Location);
    }

    private static ModelBuildException Invalid(HyperparameterDefinition definition, HyperparameterSetting setting) => new(
        TrainingDiagnostics.InvalidHyperparameter,
        $"The hyperparameter {definition.Name} is {Quote.Value(setting.Value)}; valid: {Valid(definition)}.",
        setting.Location);

    private static ModelBuildException Repeated(HyperparameterSetting setting) => new(
        TrainingDiagnostics.RepeatedHyperparameter,
        $"The hyperparameter {setting.Name} is set twice, here to {Quote.Value(setting.Value)}; keep one of the two.",
        setting.Location);

    private static string Valid(HyperparameterDefinition definition) => definition.Kind switch
    {
        HyperparameterKind.Boolean => "true, false",
        HyperparameterKind.Choice => Quote.List([.. definition.Choices]),
        HyperparameterKind.Text => definition.ValidTexts,
        HyperparameterKind.WholeNumber => "a whole number" + Range(definition),
        _ => "a number with a decimal point" + Range(definition),
    };

    private static string Range(HyperparameterDefinition definition)
    {
        string? minimum = definition.Minimum?.ToString(CultureInfo.InvariantCulture);
        string? maximum = definition.Maximum?.ToString(CultureInfo.InvariantCulture);
        return (minimum, maximum) switch
        {
            (null, null) => "",
            (_, null) => $" of at least {minimum}",
            (null, _) => $" of at most {maximum}",
            _ => $" from {minimum} to {maximum}",
        };
    }
}
