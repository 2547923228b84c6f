using Microsoft.CodeAnalysis.CSharp;
using ModelSdk.Contracts.Json;
using ModelSdk.Generator.Model;

namespace ModelSdk.Generator;

/// <summary>Writes the input type: a property for each feature.</summary>
internal static class InputEmitter
{
    /// <summary>The file's text.</summary>
    public static string Emit(ModelClass model)
    {
        CodeWriter writer = CodeWriter.BeginFile(model);
        writer.Line($"namespace {model.Namespace};");
        writer.Line();
        writer.Line($"/// <summary>What <see cref=\"{model.Qualified(model.Facade)}\"/> predicts from.</summary>");
        writer.Open($"public readonly partial record struct {model.Input}");
        for (int index = 0; index < model.Features.Count; index++)
        {
            if (index > 0)
            {
                writer.Line();
            }

            EmitProperty(writer, model.Features[index]);
        }

        writer.Close();
        return writer.ToString();
    }

    private static void EmitProperty(CodeWriter writer, InputFeature feature)
    {
        writer.Documentation(DocumentationText.Summary(feature.Description, feature.Column), DocumentationText.Remarks(feature));
        writer.Line($"[global::ModelSdk.Runtime.ModelFeature({string.Join(", ", AttributeArguments(feature))})]");
        writer.Line($"public {(feature.Nullable ? "" : "required ")}{feature.Type} {Identifier.Escape(feature.Property)} {{ get; init; }}");
    }

    private static IEnumerable<string> AttributeArguments(InputFeature feature)
    {
        yield return SymbolDisplay.FormatLiteral(feature.Column, quote: true);
        yield return $"global::ModelSdk.Contracts.Schema.ColumnKind.{feature.Kind}";
        if (feature.Minimum is { } minimum)
        {
            yield return $"Minimum = {JsonText.Number(minimum)}d";
        }

        if (feature.Maximum is { } maximum)
        {
            yield return $"Maximum = {JsonText.Number(maximum)}d";
        }

        if (feature.Unit is { Length: > 0 } unit)
        {
            yield return $"Unit = {SymbolDisplay.FormatLiteral(unit, quote: true)}";
        }

        if (feature.ClosedCategories.Count > 0)
        {
            string categories = string.Join(", ", feature.ClosedCategories.Select(category => SymbolDisplay.FormatLiteral(category, quote: true)));
            yield return $"Categories = new string[] {{ {categories} }}";
        }
    }
}
