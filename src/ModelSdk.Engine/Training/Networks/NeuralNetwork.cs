using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>
/// A dense feed-forward network with rectified linear units: minimises (Σ weight · loss + ½ · L2 · Σ connection²) / Σ weight, where the loss is
/// ½ (prediction − label)² in standard deviations of the label, or −ln P(label). docs/trainers.md describes it.
/// </summary>
public sealed class NeuralNetwork : ITrainer
{
    private const string Hidden = "HiddenLayers";
    private const string L2 = "L2";
    private const string DropoutRate = "Dropout";

    private static readonly string[] Ways = [Optimisers.Adam, Optimisers.StochasticGradientDescent, Optimisers.GradientDescent, Optimisers.Lbfgs];

    private static readonly OptimiserDefaults Defaults = new()
    {
        AdamRate = 0.001,
        StochasticRate = 0.01,
        GradientDescentRate = 0.1,
        Momentum = "0.9",
        Epochs = "200",
        MaxIterations = "200",
        EarlyStopping = OptimiserHyperparameters.Automatic,
    };

    /// <inheritdoc/>
    public string Name => "NeuralNetwork";

    /// <inheritdoc/>
    public int Revision => 2;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(Hidden, HyperparameterKind.Text, "64", "How many units each hidden layer has.") { Canonical = HiddenLayers.Canonical, ValidTexts = HiddenLayers.Valid },
        new(L2, HyperparameterKind.Number, "1", "The weight of the squared connections beside the sum of the rows' losses.") { Minimum = 0 },
        new(DropoutRate, HyperparameterKind.Number, "0", "SGD and Adam: the probability with which a step leaves out a hidden unit.") { Minimum = 0, Maximum = 0.95 },
        ClassWeights.Definition,
        .. OptimiserHyperparameters.For(Ways, Defaults),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Optimizers => Ways;

    /// <inheritdoc/>
    public bool CanWarmStart => true;

    /// <inheritdoc/>
    public bool CanStream => true;

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task is ModelTask.Regression or ModelTask.BinaryClassification or ModelTask.MulticlassClassification;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Indicators;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        string optimiser = Optimisers.Choose(data.Optimizer, Optimisers.Adam);
        NetworkSettings settings = new(values.Number(L2), values.Number(DropoutRate));
        RefuseDropout(optimiser, settings);
        OptimiserSettings optimisation = OptimiserHyperparameters.Settings(optimiser, values, Defaults, data, log);
        NetworkProblem problem = new(data, values.Text(ClassWeights.Name) == ClassWeights.Balanced);
        NetworkShape shape = new(data.Design, HiddenLayers.Read(values.Text(Hidden)), problem.Outputs);
        NetworkObjective objective = new(problem, shape, settings, cancellation);
        MinimumResult result = Optimisers.Minimise(optimiser, objective, optimisation, Start(problem, shape, log), log, cancellation);
        return Model(result, shape, problem, optimiser);
    }

    private static double[] Start(NetworkProblem problem, NetworkShape shape, IEngineLog log)
    {
        if (problem.Data.WarmStart is { } earlier)
        {
            NetworkWarmStart warm = new(earlier, shape, problem);
            if (warm.TryRead(out double[]? parameters))
            {
                return parameters;
            }

            log.Report(
                OptimisationDiagnostics.CannotContinue,
                $"The training begins anew: the earlier model {Describe(warm.Layers())}, this one has layers of {List(shape.Layers.Select(layer => layer.Units))} units.",
                SourceLocation.None);
        }

        return NetworkStart.Draw(problem, shape);
    }

    private static string Describe(int[]? layers) => layers is null ? "is no network" : $"has layers of {List(layers)} units";

    private static string List(IEnumerable<int> sizes) => string.Join(", ", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));

    private static void RefuseDropout(string optimiser, NetworkSettings settings)
    {
        if (settings.Dropout > 0 && optimiser is Optimisers.Lbfgs or Optimisers.GradientDescent)
        {
            throw new ModelBuildException(
                OptimisationDiagnostics.HyperparameterWithoutEffect,
                string.Create(CultureInfo.InvariantCulture, $"The hyperparameter {DropoutRate} is {settings.Dropout}, but {optimiser} needs the same objective in every step; ")
                + $"it is for {Optimisers.StochasticGradientDescent}, {Optimisers.Adam}. Remove it, or choose another ModelOptimizer.",
                SourceLocation.None);
        }
    }

    private static TrainedModel Model(MinimumResult result, NetworkShape shape, NetworkProblem problem, string optimiser)
    {
        IReadOnlyList<ModelTensor> tensors = NetworkParameters.ToTensors(result.Parameters, shape, problem);
        if (!tensors.All(tensor => Array.TrueForAll(tensor.ToDoubles(), double.IsFinite)))
        {
            throw new ModelBuildException(
                TrainingDiagnostics.ModelNotFinite,
                "The network's parameters came out infinite: label, weights or features are too large; rescale them.",
                SourceLocation.None);
        }

        string link = problem.Data.Task switch { ModelTask.Regression => "identity", ModelTask.BinaryClassification => "logistic", _ => "softmax" };
        double parameters = shape.Layers.Sum(layer => (layer.Inputs + 1.0) * layer.Units);
        return new TrainedModel("network", link, tensors, result.Convergence)
        {
            ValidationConvergence = result.ValidationConvergence,
            Figures = new Dictionary<string, double>(result.Figures) { ["Parameters"] = parameters },
            Notes = [Note(result, optimiser)],
        };
    }

    private static string Note(MinimumResult result, string optimiser)
    {
        string unit = optimiser is Optimisers.Lbfgs or Optimisers.GradientDescent ? "iterations" : "epochs";
        string end = result.Converged ? "as nothing improved any more" : "at the limit, while the objective still fell";
        string best = result.BestIteration is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"; the parameters are those after {number}, best on the validation rows")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{optimiser} stopped after {result.Iterations} {unit}, {end}{best}.");
    }
}
