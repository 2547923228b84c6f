using System.Globalization;
using ModelSdk.Contracts.Models.Trees;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>One training by gradient boosting.</summary>
internal sealed class BoostingRun
{
    private readonly TrainingData data;
    private readonly BoostingSettings settings;
    private readonly IEngineLog log;
    private readonly CancellationToken cancellation;
    private readonly BoostingRows rows;
    private readonly BoostingObjective objective;
    private readonly EarlierTrees? earlier;
    private readonly double[] baseMargins;
    private readonly List<GrownTree[]> iterations = [];
    private readonly List<ConvergencePoint> convergence = [];
    private readonly EarlyStop validation;

    /// <summary>Prepares the training.</summary>
    /// <exception cref="ModelBuildException">The objective does not fit task or labels, or the earlier model cannot be continued.</exception>
    public BoostingRun(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        this.data = data;
        this.settings = new BoostingSettings(values, data.MaximumThreads);
        this.log = log;
        this.cancellation = cancellation;
        this.rows = new BoostingRows(data, values.Text(ClassWeights.Name), this.settings.EarlyStopping > 0 ? this.settings.ValidationFraction : 0);
        this.objective = BoostingObjectives.Create(data, values, this.rows);
        this.earlier = data.WarmStart is null ? null : new EarlierTrees(data.WarmStart);
        this.baseMargins = this.earlier is null ? this.objective.Start(this.rows.Fitted) : [.. this.earlier.Trees.Base];
        this.validation = new EarlyStop(this.rows.Fitted < this.rows.Count ? this.settings.EarlyStopping : 0);
        this.Margins = this.earlier?.Margins(data, this.rows, this.objective) ?? this.Constant();
    }

    /// <summary>The margins of all rows, fitted ones first, after the last iteration.</summary>
    public double[] Margins { get; }

    /// <summary>Fits the model.</summary>
    /// <exception cref="ModelBuildException">The margins run out of range.</exception>
    public TrainedModel Train()
    {
        BoostingReports.Validation(this.log, this.settings, this.rows);
        BinnedMatrix matrix = new MatrixBinning(this.data, this.rows.Order, this.rows.Fitted, this.settings.MaxBins).Run(this.cancellation);
        this.Boost(matrix);
        if (this.iterations.Count == 0 && this.earlier is null)
        {
            BoostingReports.Constant(this.log, this.settings, this.rows);
        }

        int kept = this.validation.Points.Count > 0 ? this.validation.BestIteration : this.iterations.Count;
        return this.Model(kept);
    }

    private double[] Constant()
    {
        double[] margins = new double[this.rows.Count * this.baseMargins.Length];
        for (int index = 0; index < margins.Length; index++)
        {
            margins[index] = this.baseMargins[index % this.baseMargins.Length];
        }

        return margins;
    }

    private void Boost(BinnedMatrix matrix)
    {
        BoostingIteration step = new(this.data.Seed, this.settings, this.objective, this.rows, matrix) { FirstTree = this.earlier?.Trees.Roots.Count ?? 0 };
        this.Validate(0);
        for (int iteration = 1; iteration <= this.settings.Trees; iteration++)
        {
            this.cancellation.ThrowIfCancellationRequested();
            GrownTree[] trees = step.Run(iteration, this.Margins, this.cancellation);
            this.Record(iteration - 1, step.Loss);
            bool grown = trees.Length > 0;
            if (grown)
            {
                this.iterations.Add(trees);
            }

            if ((!grown && !this.settings.DrawsSamples) || this.Validate(iteration))
            {
                break;
            }
        }

        this.Record(this.iterations.Count, RowBlocks.Sum(this.rows.Fitted, this.settings.Growth.Threads, (first, end) => this.objective.Loss(first, end, this.Margins)));
    }

    private void Record(int iteration, double loss)
    {
        double mean = loss / this.rows.Weight(0, this.rows.Fitted);
        if (this.convergence.Count == 0 || this.convergence[^1].Iteration < iteration)
        {
            this.convergence.Add(new ConvergencePoint(iteration, mean));
            this.log.Progress(string.Create(CultureInfo.InvariantCulture, $"iteration {iteration} of {this.settings.Trees}, objective {mean:G6}"));
        }
    }

    private bool Validate(int iteration)
    {
        if (this.rows.Fitted == this.rows.Count)
        {
            return false;
        }

        double loss = this.objective.Loss(this.rows.Fitted, this.rows.Count, this.Margins);
        return this.validation.Stops(iteration, loss / this.rows.Weight(this.rows.Fitted, this.rows.Count));
    }

    private TrainedModel Model(int kept)
    {
        TreeEnsembleBuilder builder = new(this.baseMargins, singlePrecision: true, vectorLeaves: false);
        if (this.earlier is not null)
        {
            builder.AddTrees(this.earlier.Trees);
        }

        foreach (GrownTree[] trees in this.iterations.Take(kept))
        {
            for (int output = 0; output < trees.Length; output++)
            {
                trees[output].AppendTo(builder, output);
            }
        }

        Dictionary<string, double> figures = new() { ["Trees"] = builder.TreeCount, ["BestIteration"] = kept };
        return new TrainedModel("trees", this.objective.Link, builder.Build().ToTensors(), this.convergence)
        {
            ValidationConvergence = this.validation.Points,
            Figures = figures,
        };
    }
}
