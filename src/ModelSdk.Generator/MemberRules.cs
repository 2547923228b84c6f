using ModelSdk.Contracts.Schema;
using ModelSdk.Generator.Model;

namespace ModelSdk.Generator;

/// <summary>Which names the generated types cannot hold.</summary>
internal static class MemberRules
{
    /// <summary>The probability of the positive or of the predicted class.</summary>
    public const string Probability = "Probability";

    /// <summary>Whether the positive class is predicted.</summary>
    public const string IsPositive = "IsPositive";

    private static readonly string[] ReservedPrefixes = ["get_", "set_", "op_"];

    /// <summary>The properties of the contract that cannot be generated, with what to do.</summary>
    public static IEnumerable<DiagnosticInfo> Clashes(ModelContract contract, ModelClass model)
    {
        foreach (ContractColumn feature in contract.Features)
        {
            if (Problem(feature.Property, model.Input, []) is { } problem)
            {
                yield return Clash(feature, problem);
            }
        }

        string[] others = model.Label.Shape switch
        {
            LabelShape.Number => [],
            LabelShape.TwoClasses => [Probability, IsPositive],
            _ => [Probability],
        };
        if (Problem(contract.Label.Property, model.Prediction, others) is { } labelProblem)
        {
            yield return Clash(contract.Label, labelProblem);
        }
    }

    private static string? Problem(string property, string type, string[] others)
    {
        if (property == type)
        {
            return "is also the name of the type that it would belong to";
        }

        if (others.Contains(property))
        {
            return $"is also a generated property of {type}";
        }

        string? prefix = ReservedPrefixes.FirstOrDefault(reserved => property.StartsWith(reserved, StringComparison.Ordinal));
        return prefix is null ? null : $"begins with \"{prefix}\", which C# keeps for itself";
    }

    private static DiagnosticInfo Clash(ContractColumn column, string problem) => new(
        Diagnostics.PropertyClash,
        $"Column \"{column.Name}\": the property \"{column.Property}\" {problem}. Change \"property\" in the contract.",
        "",
        column.Position.Text);
}
