using System.Globalization;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Splits;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Forecasting;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Stations;

/// <summary>What is special about judging forecasts: origins that roll along the time, and the seasonal naive forecast as what has to be beaten.</summary>
internal sealed class ForecastProcedure
{
    private readonly BuildSession session;
    private readonly DataTable table;
    private readonly ForecastSettings settings;

    public ForecastProcedure(BuildSession session, StationLog log)
    {
        this.session = session;
        this.table = session.TrainingTable(log);
        this.settings = ForecastSettings.Of(this.table, session.Contract, session.Plan(log).Recipe.Hyperparameters);
    }

    /// <summary>How the forecasts are judged, for people.</summary>
    public string Description => string.Create(CultureInfo.InvariantCulture, $"{this.session.Settings.Folds} rolling origins of {this.settings.Horizon} steps");

    /// <summary>Each origin with the steps after it.</summary>
    public IReadOnlyList<RowSplit> Folds() => RollingOrigin.Folds(
        this.table, this.session.Contract, this.settings.Horizon, this.session.Settings.Folds, this.session.Options.Property("ModelFolds").Location);

    /// <summary>The seasonal naive forecast of the test rows of a fold.</summary>
    public double[] Naive(RowSplit fold)
    {
        SeasonalNaive trainer = new();
        HyperparameterSetting[] settings = [Setting("Horizon", this.settings.Horizon), Setting("SeasonLength", this.settings.SeasonLength)];
        ModelFit fit = new(this.session.Contract, trainer, HyperparameterParser.Parse(trainer, settings, SilentLog.Instance));
        FittedModel fitted = fit.Run(this.table, fold.Training, SilentLog.Instance, this.session.Cancellation);
        return TableScores.Of(PredictionModel.Load(ModelFileBuilder.Build(fitted).ToBytes()), this.table, fold.Test);
    }

    /// <summary>For each test row of a fold the unit in which <c>Mase</c> measures.</summary>
    public double[] NaiveErrors(RowSplit fold) => SeasonalNaiveErrors.Of(this.table, this.session.Contract, fold, this.settings.SeasonLength);

    private static HyperparameterSetting Setting(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture), SourceLocation.None);
}
