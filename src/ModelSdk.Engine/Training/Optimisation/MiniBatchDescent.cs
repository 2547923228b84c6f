namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>
/// Descent along the gradients of a few rows at a time (Robbins and Monro 1951; Bottou, Curtis and Nocedal, "Optimization methods for
/// large-scale machine learning", SIAM Review 60, 2018, algorithm 4.1). Each epoch goes once through the rows, in an order drawn anew
/// (<see cref="RowShuffle"/>).
/// </summary>
/// <param name="objective">What is minimised.</param>
/// <param name="settings">Rate, batch size, epochs, rows, seed.</param>
/// <param name="rule">What makes a step of a gradient.</param>
internal sealed class MiniBatchDescent(IBatchObjective objective, OptimiserSettings settings, IUpdateRule rule)
{
    private readonly double[] gradient = new double[objective.Count];
    private readonly IterateAverage? average = settings.AverageIterates ? new IterateAverage(objective.Count) : null;
    private readonly RowShuffle shuffle = new(settings.FittedRows);
    private long step;

    /// <summary>Minimises the objective. The recorded value of an epoch is the mean of what its batches estimated, before each step.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="monitor">Hears of every epoch and may stop.</param>
    public MinimumResult Minimise(double[] start, ConvergenceMonitor monitor)
    {
        double[] parameters = [.. start];
        monitor.Begin(objective.EvaluateRows(parameters, settings.FittedRows, this.gradient), parameters);
        bool goesOn = true;
        for (int epoch = 1; goesOn && epoch <= settings.Epochs; epoch++)
        {
            double value = this.RunEpoch(parameters, epoch, monitor);
            goesOn = monitor.Continue(epoch, value, this.average?.Value(parameters) ?? parameters);
        }

        return monitor.Result(this.average?.Value(parameters) ?? parameters, double.NaN, !goesOn);
    }

    private double RunEpoch(double[] parameters, int epoch, ConvergenceMonitor monitor)
    {
        double sum = 0;
        foreach ((int[] blocks, int[] order) in this.shuffle.Pieces(new SeededRandom(settings.Seed, epoch)))
        {
            objective.Hold(blocks);
            for (int first = 0; first < order.Length; first += settings.BatchSize)
            {
                sum += this.Step(parameters, order.AsSpan(first, Math.Min(settings.BatchSize, order.Length - first)), epoch, monitor);
            }
        }

        objective.Hold([]);
        return sum / settings.FittedRows.Length;
    }

    private double Step(double[] parameters, ReadOnlySpan<int> rows, int epoch, ConvergenceMonitor monitor)
    {
        double value = objective.EvaluateRows(parameters, rows, this.gradient);
        monitor.CheckStep(epoch, value);
        rule.Apply(parameters, this.gradient, settings.Rate.At(++this.step, epoch - 1));
        if (epoch > 1)
        {
            this.average?.Add(parameters);
        }

        return value * rows.Length;
    }
}
