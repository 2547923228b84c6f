using System.Globalization;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;

namespace ModelSdk.Engine.Plugins;

/// <summary>Finds what is wrong with a model that an own trainer handed back, as far as it shows without the features.</summary>
internal static class TrainedModelCheck
{
    private const int MostTensors = 12;

    /// <summary>What is wrong, a clause without a full stop; null where nothing is.</summary>
    /// <param name="model">What the trainer returned.</param>
    /// <param name="task">What is to be predicted.</param>
    public static string? Problem(TrainedModel? model, ModelTask task)
    {
        IReadOnlyList<string> links = ModelLinks.For(task);
        return model is null ? "it is null"
            : !ModelKernels.All.Contains(model.Kernel) ? Unknown("kernel", model.Kernel, ModelKernels.All)
            : !links.Contains(model.Link) ? Unknown($"link for {task}", model.Link, links)
            : Absent(model) is { } absent ? $"its {absent} is null or has a null in it"
            : Repeated(model.Tensors) is { } name ? $"more than one of its tensors is named {Quote.Value(name)}, or the name is empty or reserved"
            : model.Threshold is not (null or (>= 0 and <= 1)) ? $"its {nameof(model.Threshold)} is {Text(model.Threshold.Value)}; valid: null, or a number from 0 to 1"
            : NotFinite(model) is { } number ? $"its {number} is not a finite number"
            : null;
    }

    /// <summary>The kernel and the tensors of a model, a sentence; empty where there is none.</summary>
    /// <param name="model">What the trainer returned.</param>
    public static string Description(TrainedModel? model)
    {
        if (model?.Tensors is null || model.Tensors.Contains(null!))
        {
            return "";
        }

        IEnumerable<string> tensors = model.Tensors.Take(MostTensors).Select(tensor => $"{Quote.Value(tensor.Name)} {tensor.Type} [{string.Join(", ", tensor.Shape)}]");
        string more = model.Tensors.Count > MostTensors ? string.Create(CultureInfo.InvariantCulture, $" and {model.Tensors.Count - MostTensors} more") : "";
        return $" It has the kernel {Quote.Value(model.Kernel ?? "")} and {(model.Tensors.Count == 0 ? "no tensors" : $"the tensors {string.Join("; ", tensors)}{more}")}.";
    }

    private static string Unknown(string what, string? value, IReadOnlyList<string> valid) =>
        $"its {what} is {(value is null ? "null" : Quote.Value(value))}; valid: {Quote.List(valid)}";

    private static string? Absent(TrainedModel model) =>
        HasNull(model.Tensors) ? nameof(model.Tensors)
        : HasNull(model.Convergence) ? nameof(model.Convergence)
        : HasNull(model.ValidationConvergence) ? nameof(model.ValidationConvergence)
        : HasNull(model.Statistics) || model.Statistics.Any(statistic => statistic.Name is null) ? nameof(model.Statistics)
        : model.Figures is null ? nameof(model.Figures)
        : HasNull(model.Notes) ? nameof(model.Notes)
        : null;

    private static bool HasNull<T>(IReadOnlyList<T>? list) => list is null || list.Any(item => item is null);

    private static string? Repeated(IReadOnlyList<ModelTensor> tensors) => tensors
        .GroupBy(tensor => tensor.Name, StringComparer.Ordinal)
        .FirstOrDefault(same => same.Count() > 1 || string.IsNullOrEmpty(same.Key) || same.Key == "__metadata__")?.Key;

    // What training.json holds beside the model: JSON knows no infinity.
    private static string? NotFinite(TrainedModel model) =>
        !model.Convergence.All(point => double.IsFinite(point.Objective)) ? nameof(model.Convergence)
        : !model.ValidationConvergence.All(point => double.IsFinite(point.Objective)) ? nameof(model.ValidationConvergence)
        : model.Statistics.FirstOrDefault(statistic => !double.IsFinite(statistic.Value)) is { } statistic ? $"statistic of {Quote.Value(statistic.Name)}"
        : model.Figures.Where(figure => !double.IsFinite(figure.Value)).Select(figure => $"figure {Quote.Value(figure.Key)}").FirstOrDefault();

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
