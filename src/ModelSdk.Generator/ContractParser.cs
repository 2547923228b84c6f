using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;
using ModelSdk.Generator.Model;

namespace ModelSdk.Generator;

/// <summary>Turns contracts into the classes to generate.</summary>
internal static class ContractParser
{
    /// <summary>Parses the first contract; others are diagnostics, since a project has one model.</summary>
    public static IEnumerable<ParsedContract> ParseAll(ImmutableArray<ContractFile> files, ProjectSettings settings)
    {
        for (int index = 0; index < files.Length; index++)
        {
            yield return index == 0 ? Parse(files[0], settings) : Failure(new DiagnosticInfo(
                Diagnostics.SecondContract,
                $"{Path.GetFileName(files[0].Path)} is already the contract of this project; a model project has one model. Move this contract to a project of its own.",
                files[index].Path,
                new(1, 1)));
        }
    }

    private static ParsedContract Parse(ContractFile file, ProjectSettings settings)
    {
        if (!SyntaxFacts.IsValidIdentifier(settings.ModelName))
        {
            return Failure(new DiagnosticInfo(Diagnostics.InvalidModelName, NameProblem(settings.ModelName), "", default));
        }

        try
        {
            ModelContract contract = ContractReader.Read(file.Text);
            ModelClass model = Build(contract, file, settings);
            DiagnosticInfo[] clashes = [.. MemberRules.Clashes(contract, model).Select(clash => clash with { Path = file.Path })];
            return clashes.Length == 0 ? new ParsedContract(model, default) : Failure(clashes);
        }
        catch (ContractException exception)
        {
            return Failure([.. exception.Problems.Select(problem => new DiagnosticInfo(Diagnostics.InvalidContract, problem.Message, file.Path, problem.Position))]);
        }
    }

    private static ParsedContract Failure(params DiagnosticInfo[] diagnostics) => new(null, new EquatableArray<DiagnosticInfo>(diagnostics));

    private static string NameProblem(string name) => name.Length == 0
        ? "The property ModelName is not set. The ModelSdk targets set it from the project's name: reference the SDK package ModelSdk, or set <ModelName> to a C# identifier."
        : $"ModelName is \"{name}\", which cannot begin the names of classes; set <ModelName> to a C# identifier, for example \"{PropertyNames.Clean(name)}\".";

    private static ModelClass Build(ModelContract contract, ContractFile file, ProjectSettings settings) => new(
        settings.ModelName,
        NamespaceText.Clean(settings.Namespace, settings.ModelName),
        Path.GetFileName(file.Path),
        ContractWriter.WriteSemantics(contract),
        new EquatableArray<InputFeature>(contract.Features.Select(BuildFeature)),
        BuildLabel(contract, settings.ModelName));

    private static InputFeature BuildFeature(ContractColumn column) => new(column.Name, column.Property, column.Kind, column.Nullable)
    {
        Minimum = column.Minimum,
        Maximum = column.Maximum,
        Unit = column.Unit,
        Description = column.Description,
        ClosedCategories = column.Closed ? column.Categories : default,
        IsForecastTime = column.Role == ColumnRole.Time,
        IsForecastSeries = column.Role == ColumnRole.Group,
    };

    private static PredictedLabel BuildLabel(ModelContract contract, string modelName)
    {
        ContractColumn label = contract.Label;
        LabelShape shape = contract.Task switch
        {
            ModelTask.Regression or ModelTask.Forecasting => LabelShape.Number,
            ModelTask.MulticlassClassification => LabelShape.ManyClasses,
            _ => label.Kind == ColumnKind.Boolean ? LabelShape.Truth : LabelShape.TwoClasses,
        };
        string[] classes = shape == LabelShape.Number ? [] : [.. label.Classes];
        IReadOnlyList<string> properties = ClassProperties.Name(classes, [label.Property, MemberRules.Probability, modelName + "Prediction"]);
        return new PredictedLabel(label.Name, label.Property, shape, new(classes.Select((name, index) => new PredictedClass(name, properties[index]))), Array.IndexOf(classes, label.Positive))
        {
            Unit = label.Unit,
            Description = label.Description,
            PositiveIsTrue = label.Positive?.ToLowerInvariant() is "true" or "yes" or "1" or "t" or "y",
        };
    }
}
