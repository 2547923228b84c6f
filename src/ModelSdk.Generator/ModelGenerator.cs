using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ModelSdk.Generator.Model;

namespace ModelSdk.Generator;

/// <summary>
/// Makes the typed class of a model from its contract alone: the project's additional file with the metadata <c>ModelSdkContract="true"</c>, and the
/// properties <c>ModelName</c>, <c>ModelNamespace</c> and <c>RootNamespace</c>. No code of the project is looked at, so that typing costs nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <summary>The step that yields the contracts among the additional files.</summary>
    internal const string ContractFilesStep = "ContractFiles";

    /// <summary>The step that yields the project's names.</summary>
    internal const string SettingsStep = "Settings";

    /// <summary>The step that yields classes and diagnostics.</summary>
    internal const string ContractsStep = "Contracts";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ContractFile> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(pair => IsContract(pair.Left, pair.Right))
            .Select((pair, cancellation) => new ContractFile(pair.Left.Path, pair.Left.GetText(cancellation)?.ToString() ?? ""))
            .WithTrackingName(ContractFilesStep);
        IncrementalValueProvider<ProjectSettings> settings = context.AnalyzerConfigOptionsProvider
            .Select((options, _) => ReadSettings(options.GlobalOptions))
            .WithTrackingName(SettingsStep);
        IncrementalValuesProvider<ParsedContract> contracts = files.Collect()
            .Combine(settings)
            .SelectMany((pair, _) => ContractParser.ParseAll(pair.Left, pair.Right))
            .WithTrackingName(ContractsStep);
        context.RegisterSourceOutput(contracts, Produce);
    }

    private static bool IsContract(AdditionalText text, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(text).TryGetValue("build_metadata.AdditionalFiles.ModelSdkContract", out string? value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static ProjectSettings ReadSettings(AnalyzerConfigOptions options)
    {
        string modelNamespace = ReadProperty(options, "ModelNamespace");
        return new ProjectSettings(ReadProperty(options, "ModelName"), modelNamespace.Length > 0 ? modelNamespace : ReadProperty(options, "RootNamespace"));
    }

    private static string ReadProperty(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out string? value) ? value.Trim() : "";

    private static void Produce(SourceProductionContext context, ParsedContract contract)
    {
        foreach (DiagnosticInfo diagnostic in contract.Diagnostics)
        {
            context.ReportDiagnostic(diagnostic.ToDiagnostic());
        }

        if (contract.Class is not { } model)
        {
            return;
        }

        Add(context, model.Input, InputEmitter.Emit(model));
        Add(context, model.Prediction, PredictionEmitter.Emit(model));
        Add(context, model.Predictor, PredictorEmitter.Emit(model));
        Add(context, model.Facade, FacadeEmitter.Emit(model));
        Add(context, model.Facade + "Verification", VerificationEmitter.Emit(model));
    }

    private static void Add(SourceProductionContext context, string type, string source) =>
        context.AddSource(type + ".g.cs", SourceText.From(source, Encoding.UTF8));
}
