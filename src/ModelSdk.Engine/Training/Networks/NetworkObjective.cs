using ModelSdk.Engine.Training.Optimisation;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>
/// (Σ weight · loss + ½ · L2 · Σ weight of a connection²) / Σ weight, with its gradient. Biases are not penalised. Rows are worked on in groups of
/// <see cref="NetworkWorkspace.Rows"/>, whose gradients are added in order.
/// </summary>
internal sealed class NetworkObjective : IBatchObjective
{
    // Below so many multiplications, threads cost more than they save.
    private const long WorkForThreads = 400_000;
    private const long DropoutStreams = -2;

    private readonly NetworkSettings settings;
    private readonly NetworkProblem problem;
    private readonly NetworkShape shape;
    private readonly NetworkForwardPass forward;
    private readonly NetworkBackwardPass backward;
    private readonly MarginLoss loss;
    private readonly NetworkWorkspace?[] spaces = new NetworkWorkspace?[OrderedBlocks.Slots];
    private readonly double[] point;
    private readonly double[] sum;
    private readonly double[][] transposed;
    private readonly CancellationToken cancellation;
    private long drawn;

    /// <summary>Creates the objective.</summary>
    /// <param name="problem">Rows, targets and weights.</param>
    /// <param name="shape">The network.</param>
    /// <param name="settings">Penalty and dropout.</param>
    /// <param name="cancellation">Stops the evaluation.</param>
    public NetworkObjective(NetworkProblem problem, NetworkShape shape, NetworkSettings settings, CancellationToken cancellation)
    {
        this.settings = settings;
        this.problem = problem;
        this.shape = shape;
        this.cancellation = cancellation;
        this.forward = new NetworkForwardPass(problem.Data.Design, shape);
        this.backward = new NetworkBackwardPass(problem.Data.Design, shape);
        this.loss = new MarginLoss(problem.Data.Task);
        this.point = new double[shape.Count];
        this.sum = new double[shape.Count];
        this.transposed = [.. shape.Layers.Select((layer, index) => index == 0 ? [] : new double[layer.Units * shape.Layers[index - 1].Width])];
    }

    /// <inheritdoc/>
    public int Count => this.shape.Count;

    /// <inheritdoc/>
    public int RowCount => this.problem.Data.Design.Rows;

    /// <inheritdoc/>
    public void Hold(IReadOnlyCollection<int> blocks) => this.problem.Data.Design.Hold(blocks, this.problem.Data.MaximumThreads);

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient) => this.EvaluateRows(parameters, this.problem.AllRows, gradient);

    /// <inheritdoc/>
    public double EvaluateRows(ReadOnlySpan<double> parameters, ReadOnlySpan<int> rows, Span<double> gradient)
    {
        this.Take(parameters);
        Array.Clear(this.sum);
        double total = this.Run(rows, true, space => EightLanes.AddScaled(1, space.Gradient, this.sum));
        this.sum.CopyTo(gradient);
        double penalty = this.settings.L2 / this.problem.TotalWeight;
        double squares = 0;
        foreach (NetworkLayerShape layer in this.shape.Layers)
        {
            Span<double> weights = layer.WeightsOf(this.point);
            EightLanes.AddScaled(penalty, weights, layer.WeightsOf(gradient));
            squares += EightLanes.Dot(weights, weights);
        }

        return total + (0.5 * penalty * squares);
    }

    /// <summary>The mean loss of some rows, with all units and without the penalty.</summary>
    /// <inheritdoc/>
    public double EvaluateLoss(ReadOnlySpan<double> parameters, ReadOnlySpan<int> rows)
    {
        this.Take(parameters);
        return this.Run(rows, false, _ => { });
    }

    private void Take(ReadOnlySpan<double> parameters)
    {
        parameters.CopyTo(this.point);
        for (int index = 1; index < this.shape.Layers.Count; index++)
        {
            NetworkLayerShape layer = this.shape.Layers[index];
            int width = this.shape.Layers[index - 1].Width;
            for (int input = 0; input < layer.Inputs; input++)
            {
                for (int unit = 0; unit < layer.Units; unit++)
                {
                    this.transposed[index][(unit * width) + input] = this.point[layer.Begin + (input * layer.Width) + unit];
                }
            }
        }
    }

    private double Run(ReadOnlySpan<int> rows, bool training, Action<NetworkWorkspace> combine)
    {
        int[] chosen = rows.ToArray();
        int groups = (chosen.Length + NetworkWorkspace.Rows - 1) / NetworkWorkspace.Rows;
        long stream = this.drawn;
        this.drawn += training ? groups : 0;
        long work = chosen.LongLength * this.problem.WorkPerRow(this.shape);
        double total = 0;
        OrderedBlocks.Run(
            groups,
            work < WorkForThreads ? 1 : this.problem.Data.MaximumThreads,
            (group, slot) => this.RunGroup(chosen, group, training, DropoutStreams - (stream + group), this.Space(slot)),
            slot =>
            {
                total += this.spaces[slot]!.Loss;
                combine(this.spaces[slot]!);
            },
            this.cancellation);
        return total;
    }

    private NetworkWorkspace Space(int slot) => this.spaces[slot] ??= new NetworkWorkspace(this.problem.Data.Design, this.shape);

    private void RunGroup(int[] chosen, int group, bool training, long stream, NetworkWorkspace space)
    {
        int first = group * NetworkWorkspace.Rows;
        ReadOnlySpan<int> rows = chosen.AsSpan(first, Math.Min(NetworkWorkspace.Rows, chosen.Length - first));
        bool drops = training && this.settings.Dropout > 0;
        Dropout? dropout = drops ? new Dropout(this.settings.Dropout, new SeededRandom(this.problem.Data.Seed, stream)) : null;
        this.forward.Run(this.point, rows, dropout, space);
        this.Judge(rows, 1 / (chosen.Length * this.problem.MeanWeight), space);
        if (training)
        {
            this.backward.Run(this.transposed, rows.Length, drops ? Dropout.Scale(this.settings.Dropout) : 1, space);
        }
    }

    private void Judge(ReadOnlySpan<int> rows, double share, NetworkWorkspace space)
    {
        NetworkLayerShape last = this.shape.Layers[^1];
        space.Errors[^1].AsSpan().Clear();
        space.Loss = 0;
        for (int index = 0; index < rows.Length; index++)
        {
            Span<double> errors = space.Errors[^1].AsSpan(index * last.Width, last.Units);
            space.Activations[^1].AsSpan(index * last.Width, last.Units).CopyTo(errors);
            double weight = this.problem.Weights[rows[index]] * share;
            space.Loss += weight * this.loss.Evaluate(errors, this.problem.Targets[rows[index]]);
            foreach (ref double error in errors)
            {
                error *= weight;
            }
        }
    }
}
