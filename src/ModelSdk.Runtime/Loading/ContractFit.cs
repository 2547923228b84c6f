using ModelSdk.Contracts.Schema;

namespace ModelSdk.Runtime.Loading;

/// <summary>Whether a model can stand behind a generated class.</summary>
internal static class ContractFit
{
    /// <summary>Compares what decides the meaning of slots and scores: task, features in order with their kinds, label, classes.</summary>
    /// <param name="model">The contract in the model file.</param>
    /// <param name="name">The class's model name, for messages.</param>
    /// <param name="expected">The semantic part of the class's contract.</param>
    /// <exception cref="ModelLoadException">They do not fit; the message names the first difference.</exception>
    public static void Check(ModelContract model, string name, string expected)
    {
        if (ContractWriter.WriteSemantics(model) == expected)
        {
            return;
        }

        if (Difference(model, ContractReader.Read(expected)) is { } difference)
        {
            throw new ModelLoadException($"The model does not fit the class {name}Model: {difference}. Load a model of the same contract, or rebuild the model project.");
        }
    }

    private static string? Difference(ModelContract model, ModelContract expected)
    {
        if (model.Task != expected.Task)
        {
            return $"its task is {model.Task}, the class has {expected.Task}";
        }

        if (model.Label.Name != expected.Label.Name)
        {
            return $"it predicts \"{model.Label.Name}\", the class predicts \"{expected.Label.Name}\"";
        }

        if (model.Label.Classes != expected.Label.Classes || model.Label.Positive != expected.Label.Positive)
        {
            return $"its classes are {Classes(model)}, the class has {Classes(expected)}";
        }

        return FeatureDifference(model.Features, expected.Features);
    }

    private static string? FeatureDifference(IReadOnlyList<ContractColumn> model, IReadOnlyList<ContractColumn> expected)
    {
        for (int slot = 0; slot < Math.Min(model.Count, expected.Count); slot++)
        {
            (ContractColumn actual, ContractColumn wanted) = (model[slot], expected[slot]);
            if (actual.Name != wanted.Name || actual.Kind != wanted.Kind)
            {
                return $"feature {slot + 1} is \"{actual.Name}\" ({ContractWriter.Word(actual.Kind)}), the class has \"{wanted.Name}\" ({ContractWriter.Word(wanted.Kind)})";
            }
        }

        return model.Count == expected.Count ? null : $"it has {model.Count} features, the class has {expected.Count}";
    }

    private static string Classes(ModelContract contract) =>
        string.Join(", ", contract.Label.Classes) + (contract.Label.Positive is { } positive ? $" (positive: {positive})" : "");
}
