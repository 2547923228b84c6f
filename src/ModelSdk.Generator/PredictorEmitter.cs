using Microsoft.CodeAnalysis.CSharp;
using ModelSdk.Contracts.Schema;
using ModelSdk.Generator.Model;

namespace ModelSdk.Generator;

/// <summary>Writes the predictor: which property is which slot, and which score is which property.</summary>
internal static class PredictorEmitter
{
    private const string Slots = "global::System.Span<double> slots";
    private const string Scores = "global::System.ReadOnlySpan<double> scores";
    private const string LoadedModel = "global::ModelSdk.Runtime.LoadedModel";

    /// <summary>The file's text.</summary>
    public static string Emit(ModelClass model)
    {
        CodeWriter writer = CodeWriter.BeginFile(model);
        writer.Line($"namespace {model.Namespace};");
        writer.Line();
        writer.Line($"/// <summary>A loaded model {model.Name}. Thread-safe; a prediction allocates nothing.</summary>");
        writer.Open($"public sealed class {model.Predictor} : global::ModelSdk.Runtime.ModelPredictor<{model.Qualified(model.Input)}, {model.Qualified(model.Prediction)}>");
        writer.Line($"private const string Contract = {SymbolDisplay.FormatLiteral(model.Semantics, quote: true)};");
        writer.Line();
        writer.Line($"private {model.Predictor}({LoadedModel} source)");
        writer.Indented([": base(source)"]);
        writer.Line("{");
        writer.Line("}");
        EmitLoading(writer, model);
        EmitEncode(writer, model);
        EmitDecode(writer, model);
        writer.Close();
        return writer.ToString();
    }

    private static void EmitLoading(CodeWriter writer, ModelClass model)
    {
        string name = SymbolDisplay.FormatLiteral(model.Name, quote: true);
        writer.Line();
        writer.Line("/// <summary>Loads a model file of the same contract.</summary>");
        writer.Line("/// <param name=\"path\">A <c>.safetensors</c> file.</param>");
        writer.Line("/// <returns>A predictor beside the embedded one.</returns>");
        writer.Line("/// <exception cref=\"global::ModelSdk.Runtime.ModelLoadException\">The file cannot be read, is damaged, or does not fit this class.</exception>");
        writer.Line($"public static {model.Qualified(model.Predictor)} Load(string path) => new({LoadedModel}.FromFile(path, {name}, Contract));");
        writer.Line();
        writer.Line("/// <summary>Loads the bytes of a model file of the same contract.</summary>");
        writer.Line("/// <param name=\"bytes\">The whole file.</param>");
        writer.Line("/// <returns>A predictor beside the embedded one.</returns>");
        writer.Line("/// <exception cref=\"global::ModelSdk.Runtime.ModelLoadException\">The bytes are damaged, or do not fit this class.</exception>");
        writer.Line($"public static {model.Qualified(model.Predictor)} Load(byte[] bytes) => new({LoadedModel}.FromBytes(bytes, {name}, Contract));");
        writer.Line();
        writer.Line($"internal static {model.Qualified(model.Predictor)} LoadEmbedded() => new({LoadedModel}.FromAssembly(typeof({model.Qualified(model.Predictor)}).Assembly, {name}, Contract));");
    }

    private static void EmitEncode(CodeWriter writer, ModelClass model)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Open($"protected override void Encode(in {model.Qualified(model.Input)} input, {Slots})");
        for (int slot = 0; slot < model.Features.Count; slot++)
        {
            InputFeature feature = model.Features[slot];
            string value = $"input.{Identifier.Escape(feature.Property)}";
            writer.Line(feature.Kind switch
            {
                ColumnKind.Text => $"this.Model.EncodeText({slot}, {value}, slots);",
                ColumnKind.Categorical => $"slots[{slot}] = this.Model.CategoryCode({slot}, {value});",
                _ => $"slots[{slot}] = global::ModelSdk.Runtime.SlotValue.Of({value});",
            });
        }

        writer.Close();
    }

    private static void EmitDecode(CodeWriter writer, ModelClass model)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Open($"protected override {model.Qualified(model.Prediction)} Decode({Scores})");
        foreach (string line in Preparation(model.Label))
        {
            writer.Line(line);
        }

        writer.Open("return new()");
        foreach (string assignment in Assignments(model.Label))
        {
            writer.Line(assignment + ",");
        }

        writer.Close(";");
        writer.Close();
    }

    private static IEnumerable<string> Preparation(PredictedLabel label) => label.Shape switch
    {
        LabelShape.Number => [],
        LabelShape.ManyClasses => ["int predicted = global::ModelSdk.Runtime.PredictionModel.PredictedClass(scores);"],
        _ => ["bool positive = this.Model.IsPositive(scores[0]);"],
    };

    private static IEnumerable<string> Assignments(PredictedLabel label)
    {
        string property = Identifier.Escape(label.Property);
        return label.Shape switch
        {
            LabelShape.Number => [$"{property} = scores[0]"],
            LabelShape.Truth => [$"{property} = {(label.PositiveIsTrue ? "" : "!")}positive", $"{MemberRules.Probability} = scores[0]"],
            LabelShape.TwoClasses =>
            [
                $"{property} = positive ? {ClassLiteral(label, label.Positive)} : {ClassLiteral(label, 1 - label.Positive)}",
                $"{MemberRules.IsPositive} = positive",
                $"{MemberRules.Probability} = scores[0]",
            ],
            _ =>
            [
                $"{property} = this.Model.Classes[predicted]",
                $"{MemberRules.Probability} = scores[predicted]",
                .. label.Classes.Select((item, index) => $"{item.Property} = scores[{index}]"),
            ],
        };
    }

    private static string ClassLiteral(PredictedLabel label, int index) => SymbolDisplay.FormatLiteral(label.Classes[index].Name, quote: true);
}
