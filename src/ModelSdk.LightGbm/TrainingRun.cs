using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.LightGbm.Native;

namespace ModelSdk.LightGbm;

/// <summary>One training.</summary>
internal sealed class TrainingRun
{
    // LightGBM's number of threads belongs to the process, so that two trainings at a time would change each other's.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    private readonly TrainingData data;
    private readonly HyperparameterValues values;
    private readonly IEngineLog log;
    private readonly TrainingRows rows;
    private readonly string parameters;

    /// <summary>Prepares the training.</summary>
    /// <exception cref="ModelBuildException">The objective does not fit task or labels.</exception>
    public TrainingRun(TrainingData data, HyperparameterValues values, IEngineLog log)
    {
        this.data = data;
        this.values = values;
        this.log = log;
        Objective objective = Objectives.Find(data, values.Text(TreeHyperparameters.Objective));
        this.parameters = ParameterText.Of(data, values, objective);
        this.rows = new TrainingRows(data, values);
    }

    private int Trees => this.values.WholeNumber(TreeHyperparameters.Trees);

    private int Patience => this.values.WholeNumber(TreeHyperparameters.EarlyStopping);

    /// <summary>Fits the model.</summary>
    /// <param name="cancellation">Stops between two iterations.</param>
    /// <returns>The model, and LightGBM's text of it.</returns>
    /// <exception cref="ModelBuildException">LightGBM cannot run here, or refuses.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public (TrainedModel Model, string Text) Train(CancellationToken cancellation)
    {
        NativeLibraryCheck.Require();
        this.ReportValidation();
        Turn.Wait(cancellation);
        try
        {
            return this.TrainAlone(cancellation);
        }
        finally
        {
            Turn.Release();
        }
    }

    private unsafe (TrainedModel Model, string Text) TrainAlone(CancellationToken cancellation)
    {
        NativeStatus.Require(NativeMethods.RegisterLogCallback(&NativeMethods.Ignore));
        using Dataset training = this.Bin(this.rows.Fitted, null);
        cancellation.ThrowIfCancellationRequested();
        using Dataset? validation = this.rows.Validation.Length > 0 ? this.Bin(this.rows.Validation, training) : null;
        using Booster booster = Booster.Create(training, this.parameters);
        if (validation is not null)
        {
            booster.Validate(validation);
        }

        ObjectiveCurves curves = new(booster, validation is not null, this.Patience);
        int grown = this.Grow(booster, curves, cancellation);
        string text = booster.ToText(curves.BestIteration);
        return (ModelConversion.Of(text, curves, grown), text);
    }

    private Dataset Bin(int[] selected, Dataset? reference)
    {
        bool[] categorical = [.. this.data.Columns.Select(column => column.IsCategorical)];
        Dataset dataset = Dataset.Create(new RowBlocks(this.data.Design, categorical, selected), this.parameters, reference);
        try
        {
            dataset.SetTarget(this.rows.Labels(selected), this.rows.Weights(selected));
            return dataset;
        }
        catch (ModelBuildException)
        {
            dataset.Dispose();
            throw;
        }
    }

    private int Grow(Booster booster, ObjectiveCurves curves, CancellationToken cancellation)
    {
        for (int iteration = 1; iteration <= this.Trees; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!booster.Grow())
            {
                this.ReportConstant(iteration);
                curves.End(iteration - 1);
                return iteration - 1;
            }

            this.log.Progress(string.Create(CultureInfo.InvariantCulture, $"iteration {iteration} of {this.Trees}{curves.Text}"));
            if (curves.Stops(iteration))
            {
                curves.End(iteration);
                return iteration;
            }
        }

        curves.End(this.Trees);
        return this.Trees;
    }

    private void ReportValidation()
    {
        if (this.Patience > 0 && this.rows.Validation.Length == 0)
        {
            string fraction = this.values.Text(TreeHyperparameters.ValidationFraction);
            string text = $"EarlyStopping has no effect: of {this.rows.Fitted.Length} training rows, ValidationFraction ({fraction}) takes none or all for validation.";
            this.log.Report(TreeDiagnostics.NoValidationRows, text, SourceLocation.None);
        }
    }

    private void ReportConstant(int iteration)
    {
        if (iteration == 1)
        {
            string fewest = this.values.Text(TreeHyperparameters.MinRowsPerLeaf);
            string text = $"No feature splits the {this.rows.Fitted.Length} training rows, so the model predicts the same for every row; MinRowsPerLeaf is {fewest}.";
            this.log.Report(TreeDiagnostics.NoSplit, text, SourceLocation.None);
        }
    }
}
