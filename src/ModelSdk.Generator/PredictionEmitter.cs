using ModelSdk.Generator.Model;

namespace ModelSdk.Generator;

/// <summary>Writes the prediction type.</summary>
internal static class PredictionEmitter
{
    /// <summary>The file's text.</summary>
    public static string Emit(ModelClass model)
    {
        CodeWriter writer = CodeWriter.BeginFile(model);
        writer.Line($"namespace {model.Namespace};");
        writer.Line();
        writer.Line($"/// <summary>What <see cref=\"{model.Qualified(model.Facade)}\"/> predicts.</summary>");
        writer.Open($"public readonly partial record struct {model.Prediction}");
        EmitLabel(writer, model.Label);
        EmitProbabilities(writer, model.Label);
        writer.Close();
        return writer.ToString();
    }

    private static void EmitLabel(CodeWriter writer, PredictedLabel label)
    {
        string type = label.Shape switch { LabelShape.Number => "double", LabelShape.Truth => "bool", _ => "string" };
        writer.Documentation(DocumentationText.Summary(label.Description, label.Column), DocumentationText.Remarks(label));
        writer.Line($"public required {type} {Identifier.Escape(label.Property)} {{ get; init; }}");
    }

    private static void EmitProbabilities(CodeWriter writer, PredictedLabel label)
    {
        if (label.Shape == LabelShape.TwoClasses)
        {
            EmitProperty(writer, $"Whether the positive class <c>{Positive(label)}</c> is predicted.", "bool", MemberRules.IsPositive);
        }

        if (label.Shape is LabelShape.Truth or LabelShape.TwoClasses)
        {
            EmitProperty(writer, $"The probability of the positive class <c>{Positive(label)}</c>, from 0 to 1.", "double", MemberRules.Probability);
        }

        if (label.Shape == LabelShape.ManyClasses)
        {
            EmitProperty(writer, "The probability of the predicted class, from 0 to 1.", "double", MemberRules.Probability);
            foreach (PredictedClass item in label.Classes)
            {
                EmitProperty(writer, $"The probability of the class <c>{DocumentationText.Encode(item.Name)}</c>, from 0 to 1.", "double", item.Property);
            }
        }
    }

    private static string Positive(PredictedLabel label) => DocumentationText.Encode(label.Classes[label.Positive].Name);

    private static void EmitProperty(CodeWriter writer, string summary, string type, string name)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"public required {type} {name} {{ get; init; }}");
    }
}
