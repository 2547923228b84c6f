using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Models.Trees;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;

namespace ModelSdk.Tests.Plugins;

/// <summary>A trainer that hands back a linear model with the fault that its hyperparameter names.</summary>
public sealed class FaultyTrainer : ITrainer
{
    private static readonly Dictionary<string, Func<TrainedModel, TrainedModel?>> Faults = new()
    {
        ["None"] = model => model,
        ["Null"] = _ => null,
        ["UnknownKernel"] = model => model with { Kernel = "liner" },
        ["NullKernel"] = model => model with { Kernel = null! },
        ["UnknownLink"] = model => model with { Link = "probit" },
        ["LinkOfAnotherTask"] = model => model with { Link = "exponential" },
        ["NullTensors"] = model => model with { Tensors = null! },
        ["NullTensor"] = model => model with { Tensors = [null!, model.Tensors[1]] },
        ["NoTensors"] = model => model with { Tensors = [] },
        ["MisspeltTensor"] = model => model with { Tensors = [ModelTensor.Of("linear.coeficients", model.Tensors[0].ToDoubles()), model.Tensors[1]] },
        ["RepeatedTensor"] = model => model with { Tensors = [.. model.Tensors, model.Tensors[0]] },
        ["ReservedTensor"] = model => model with { Tensors = [.. model.Tensors, ModelTensor.Of("__metadata__", [1])] },
        ["TooFewColumns"] = model => model with { Tensors = [ModelTensor.Of(ModelKeys.Coefficients, [1], 1, 1), model.Tensors[1]] },
        ["FlatCoefficients"] = model => model with { Tensors = [ModelTensor.Of(ModelKeys.Coefficients, model.Tensors[0].ToDoubles()), model.Tensors[1]] },
        ["NegativeShape"] = model => model with { Tensors = [ModelTensor.Of(ModelKeys.Coefficients, [1, 2], -1, -2), model.Tensors[1]] },
        ["TooManyClasses"] = model => model with { Tensors = [model.Tensors[0], ModelTensor.Of(ModelKeys.Intercepts, [0, 0, 0, 0])] },
        ["SinglePrecision"] = model => model with { Tensors = [model.Tensors[0], ModelTensor.OfSingles(ModelKeys.Intercepts, [0, 0, 0])] },
        ["NotANumber"] = model => model with { Tensors = [Coefficients(model, double.NaN), model.Tensors[1]] },
        ["Infinite"] = model => model with { Tensors = [Coefficients(model, double.PositiveInfinity), model.Tensors[1]] },
        ["TreesOfAnotherForm"] = model => model with { Kernel = ModelKernels.Trees, Tensors = [.. Stump(slot: 9)] },
        ["ForecastOfNothing"] = model => model with { Kernel = ModelKernels.Forecast },
        ["NetworkOfCoefficients"] = model => model with { Kernel = ModelKernels.Network },
        ["Threshold"] = model => model with { Threshold = double.NaN },
        ["Convergence"] = model => model with { Convergence = [new ConvergencePoint(0, double.NaN)] },
        ["Figure"] = model => model with { Figures = new Dictionary<string, double> { ["Loss"] = double.NegativeInfinity } },
        ["Statistic"] = model => model with { Statistics = [new CoefficientStatistic("a", double.NaN, 1, 1, 1)] },
        ["NullNote"] = model => model with { Notes = [null!] },
    };

    public string Name => "Faulty";

    public int Revision => 1;

    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } = [new("Fault", HyperparameterKind.Choice, "None", "What is wrong.") { Choices = [.. Faults.Keys, "Form"] }];

    public bool Supports(ModelTask task) => true;

    public FeatureForm Form(HyperparameterValues values) => values.Text("Fault") == "Form" ? throw new NotSupportedException("no form") : FeatureForm.Indicators;

    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        int outputs = data.ClassCount > 2 ? data.ClassCount : 1;
        ModelTensor[] tensors =
        [
            ModelTensor.Of(ModelKeys.Coefficients, new double[outputs * data.Design.Width], outputs, data.Design.Width),
            ModelTensor.Of(ModelKeys.Intercepts, new double[outputs]),
        ];
        return Faults[values.Text("Fault")](new TrainedModel(ModelKernels.Linear, ModelLinks.For(data.Task)[0], tensors, []))!;
    }

    private static ModelTensor Coefficients(TrainedModel model, double last)
    {
        double[] values = model.Tensors[0].ToDoubles();
        values[^1] = last;
        return ModelTensor.Of(ModelKeys.Coefficients, values, [.. model.Tensors[0].Shape]);
    }

    private static IEnumerable<ModelTensor> Stump(int slot) =>
    [
        ModelTensor.Of(TreeTensorNames.Base, [0, 0, 0]),
        ModelTensor.OfIntegers(TreeTensorNames.Roots, [0]),
        ModelTensor.OfIntegers(TreeTensorNames.Outputs, [0]),
        ModelTensor.OfIntegers(TreeTensorNames.Slots, [slot, -1, -1]),
        ModelTensor.OfIntegers(TreeTensorNames.Right, [2, 0, 0]),
        ModelTensor.OfBytes(TreeTensorNames.Flags, [0, 0, 0]),
        ModelTensor.Of(TreeTensorNames.Thresholds, [0]),
        ModelTensor.Of(TreeTensorNames.Values, [-1, 1]),
    ];
}
