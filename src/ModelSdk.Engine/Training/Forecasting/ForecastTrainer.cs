using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>
/// What all trainers of forecasts do: put the rows on a regular grid of times, choose one of their methods by rolling origin inside the training
/// rows, and store the forecasts of the steps after the last training time.
/// </summary>
public abstract class ForecastTrainer : ITrainer
{
    private protected ForecastTrainer()
    {
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract int Revision { get; }

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters => [.. ForecastSettings.Hyperparameters, .. this.OwnHyperparameters];

    /// <summary>What a user may set beside horizon and season.</summary>
    private protected virtual IReadOnlyList<HyperparameterDefinition> OwnHyperparameters => [];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task == ModelTask.Forecasting;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Native;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(log);
        GriddedProblem gridded = ForecastProblemReader.Read(data, values, log);
        MethodChoice choice = MethodChoice.Of(this.Candidates(gridded.Problem, values), gridded.Problem, log, cancellation);
        IReadOnlyList<double[]> forecasts = choice.Method.Forecast(gridded.Problem, cancellation);
        return ForecastModel.Of(gridded, forecasts) with { Notes = [.. gridded.Notes, .. choice.Notes], Figures = choice.Figures };
    }

    /// <summary>The methods to choose from in groups, the simplest group first; the first method is taken where nothing can be judged.</summary>
    /// <param name="problem">The series.</param>
    /// <param name="values">The hyperparameters.</param>
    private protected abstract IReadOnlyList<IReadOnlyList<IForecastMethod>> Candidates(ForecastProblem problem, HyperparameterValues values);
}
