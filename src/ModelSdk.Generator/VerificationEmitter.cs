using Microsoft.CodeAnalysis.CSharp;
using ModelSdk.Contracts.Schema;
using ModelSdk.Generator.Model;

namespace ModelSdk.Generator;

/// <summary>
/// Writes the hidden entry through which the build compares the compiled class with the engine: columns in, numbers out, through the public input
/// type and the public Predict, so that a wrong mapping cannot ship.
/// </summary>
internal static class VerificationEmitter
{
    /// <summary>The file's text.</summary>
    public static string Emit(ModelClass model)
    {
        string type = model.Facade + "Verification";
        CodeWriter writer = CodeWriter.BeginFile(model);
        writer.Line($"[assembly: global::ModelSdk.Runtime.ModelVerification({SymbolDisplay.FormatLiteral(model.Name, quote: true)}, typeof({model.Qualified(type)}))]");
        writer.Line();
        writer.Line($"namespace {model.Namespace};");
        writer.Line();
        writer.Line("/// <summary>Called by the build to compare this class with the engine's predictions.</summary>");
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Open($"internal static class {type}");
        EmitClasses(writer, model.Label);
        EmitScore(writer, model);
        writer.Close();
        return writer.ToString();
    }

    private static void EmitClasses(CodeWriter writer, PredictedLabel label)
    {
        if (label.Shape == LabelShape.ManyClasses)
        {
            string classes = string.Join(", ", label.Classes.Select(item => SymbolDisplay.FormatLiteral(item.Name, quote: true)));
            writer.Line($"private static readonly string[] Classes = {{ {classes} }};");
            writer.Line();
        }
    }

    private static void EmitScore(CodeWriter writer, ModelClass model)
    {
        string[] outputs = [.. Outputs(model.Label)];
        writer.Line("/// <summary>Predicts for every row.</summary>");
        writer.Line("/// <param name=\"featureColumns\">The features' values in contract order, typed by kind.</param>");
        writer.Line("/// <param name=\"rows\">How many rows.</param>");
        writer.Line("/// <returns>What the prediction exposes, row by row.</returns>");
        writer.Open("public static double[] Score(global::System.Array[] featureColumns, int rows)");
        for (int index = 0; index < model.Features.Count; index++)
        {
            string columnType = ColumnType(model.Features[index].Kind);
            writer.Line($"{columnType} column{index} = ({columnType})featureColumns[{index}];");
        }

        writer.Line($"double[] scores = new double[rows * {outputs.Length}];");
        writer.Open("for (int row = 0; row < rows; row++)");
        writer.Open($"{model.Qualified(model.Input)} input = new()");
        for (int index = 0; index < model.Features.Count; index++)
        {
            writer.Line($"{Identifier.Escape(model.Features[index].Property)} = {Value(model.Features[index], index)},");
        }

        writer.Close(";");
        writer.Line($"{model.Qualified(model.Prediction)} prediction = {model.Qualified(model.Facade)}.Predict(in input);");
        for (int index = 0; index < outputs.Length; index++)
        {
            writer.Line($"scores[(row * {outputs.Length}) + {index}] = {outputs[index]};");
        }

        writer.Close();
        writer.Line();
        writer.Line("return scores;");
        writer.Close();
    }

    private static string ColumnType(ColumnKind kind) => kind switch
    {
        ColumnKind.Numeric => "double[]",
        ColumnKind.Integer => "long?[]",
        ColumnKind.Boolean => "bool?[]",
        ColumnKind.Date => "global::System.DateTimeOffset?[]",
        _ => "string?[]",
    };

    private static string Value(InputFeature feature, int index)
    {
        string value = $"column{index}[row]";
        return (feature.Kind, feature.Nullable, feature.IsString) switch
        {
            (ColumnKind.Numeric, true, _) => $"double.IsNaN({value}) ? null : {value}",
            (ColumnKind.Numeric, false, _) or (_, true, _) => value,
            (_, false, true) => value + "!",
            _ => value + "!.Value",
        };
    }

    private static IEnumerable<string> Outputs(PredictedLabel label)
    {
        string property = $"prediction.{Identifier.Escape(label.Property)}";
        return label.Shape switch
        {
            LabelShape.Number => [property],
            LabelShape.Truth => [$"prediction.{MemberRules.Probability}", $"{property} ? {(label.PositiveIsTrue ? "1 : 0" : "0 : 1")}"],
            LabelShape.TwoClasses => [$"prediction.{MemberRules.Probability}", $"prediction.{MemberRules.IsPositive} ? 1 : 0"],
            _ => [.. label.Classes.Select(item => $"prediction.{item.Property}"), $"global::System.Array.IndexOf(Classes, {property})"],
        };
    }
}
