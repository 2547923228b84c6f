using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>The hyperparameters that all trainers with optimisers share.</summary>
internal static class OptimiserHyperparameters
{
    public const string LearningRate = "LearningRate";
    public const string Schedule = "Schedule";
    public const string SchedulePower = "SchedulePower";
    public const string ScheduleDecay = "ScheduleDecay";
    public const string ScheduleEpochs = "ScheduleEpochs";
    public const string BatchSize = "BatchSize";
    public const string Epochs = "Epochs";
    public const string Momentum = "Momentum";
    public const string Nesterov = "Nesterov";
    public const string AverageIterates = "AverageIterates";
    public const string Beta1 = "Beta1";
    public const string Beta2 = "Beta2";
    public const string Epsilon = "Epsilon";
    public const string MaxIterations = "MaxIterations";
    public const string Tolerance = "Tolerance";
    public const string Patience = "Patience";
    public const string MinImprovement = "MinImprovement";
    public const string EarlyStopping = "EarlyStopping";
    public const string ValidationFraction = "ValidationFraction";

    /// <summary>The value of <see cref="EarlyStopping"/> that turns it on where there are rows enough to spare some.</summary>
    public const string Automatic = "Auto";

    private const string On = "true";
    private const string Off = "false";
    private const int RowsForEarlyStopping = 1000;
    private const int SmallestBatch = 16;
    private const int LargestBatch = 256;
    private const int BatchesPerEpoch = 32;

    /// <summary>The hyperparameters that mean something to at least one of a trainer's optimisers.</summary>
    /// <param name="optimisers">The trainer's optimisers.</param>
    /// <param name="defaults">The trainer's defaults.</param>
    public static IReadOnlyList<HyperparameterDefinition> For(IReadOnlyList<string> optimisers, OptimiserDefaults defaults) =>
        [.. OptimiserHyperparameterTable.All(defaults).Where(item => item.Optimisers.Intersect(optimisers).Any()).Select(item => item.Definition)];

    /// <summary>Checks the values against the optimiser and makes its settings.</summary>
    /// <param name="optimiser">The optimiser, one of <see cref="Optimisers.All"/>.</param>
    /// <param name="values">The trainer's hyperparameters, those of <see cref="For"/> among them.</param>
    /// <param name="defaults">What <see cref="For"/> got.</param>
    /// <param name="data">The training rows.</param>
    /// <param name="log">Gets a warning where rows for early stopping cannot be had.</param>
    /// <exception cref="ModelBuildException">A hyperparameter is set that means nothing to the optimiser (MODEL2040).</exception>
    public static OptimiserSettings Settings(string optimiser, HyperparameterValues values, OptimiserDefaults defaults, TrainingData data, IEngineLog log)
    {
        OptimiserHyperparameterCheck.Run(optimiser, values, defaults);
        (int[] fitted, int[] validation) = Rows(values, data, log);
        OptimiserSettings settings = new()
        {
            BatchSize = Batch(Or(values, BatchSize, 0), fitted.Length),
            Epochs = (int)Or(values, Epochs, 1),
            MaximumIterations = (int)Or(values, MaxIterations, 1),
            Tolerance = Or(values, Tolerance, 0),
            Patience = (int)Or(values, Patience, 1),
            MinimumImprovement = Or(values, MinImprovement, 0),
            FittedRows = fitted,
            ValidationRows = validation,
            Seed = data.Seed,
        };
        return WithRule(settings, values) with { Rate = Rate(optimiser, values, defaults, settings) };
    }

    private static OptimiserSettings WithRule(OptimiserSettings settings, HyperparameterValues values) => settings with
    {
        Momentum = Or(values, Momentum, 0),
        Nesterov = Is(values, Nesterov),
        AverageIterates = Is(values, AverageIterates),
        Beta1 = Or(values, Beta1, settings.Beta1),
        Beta2 = Or(values, Beta2, settings.Beta2),
        Epsilon = Or(values, Epsilon, settings.Epsilon),
    };

    private static LearningRateSchedule Rate(string optimiser, HyperparameterValues values, OptimiserDefaults defaults, OptimiserSettings settings)
    {
        double rate = Or(values, LearningRate, 0);
        return new LearningRateSchedule(rate > 0 ? rate : defaults.Rate(optimiser))
        {
            Kind = values.Texts.TryGetValue(Schedule, out string? kind) ? Enum.Parse<ScheduleKind>(kind) : ScheduleKind.Constant,
            Power = Or(values, SchedulePower, 0),
            Decay = Or(values, ScheduleDecay, 1),
            StepEpochs = (int)Or(values, ScheduleEpochs, 1),
            TotalEpochs = optimiser == Optimisers.GradientDescent ? settings.MaximumIterations : settings.Epochs,
        };
    }

    private static (int[] Fitted, int[] Validation) Rows(HyperparameterValues values, TrainingData data, IEngineLog log)
    {
        string stopping = values.Texts.GetValueOrDefault(EarlyStopping, Off);
        int[] all = [.. Enumerable.Range(0, data.Design.Rows)];
        if (stopping == Off || (stopping == Automatic && data.Design.Rows < RowsForEarlyStopping))
        {
            return (all, []);
        }

        (int[] fitted, int[] validation) = ValidationSplit.Split(data, Or(values, ValidationFraction, 0));
        if (fitted.Any(row => data.Weight(row) > 0) && validation.Any(row => data.Weight(row) > 0))
        {
            return (fitted, validation);
        }

        OptimiserHyperparameterCheck.ReportNoValidationRows(stopping == On, validation.Length, data.Design.Rows, values.Texts[ValidationFraction], log);
        return (all, []);
    }

    private static int Batch(double size, int rows) =>
        size > 0 ? (int)Math.Min(size, rows) : Math.Min(rows, Math.Clamp(rows / BatchesPerEpoch, SmallestBatch, LargestBatch));

    private static double Or(HyperparameterValues values, string name, double other) => values.Texts.ContainsKey(name) ? values.Number(name) : other;

    private static bool Is(HyperparameterValues values, string name) => values.Texts.ContainsKey(name) && values.Boolean(name);
}
