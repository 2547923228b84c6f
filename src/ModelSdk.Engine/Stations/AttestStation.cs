using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>Trains a version anew by its recorded recipe, in a folder of its own, and compares the model's digest.</summary>
public static class AttestStation
{
    private static readonly string[] OptionsOfProperties =
        ["Trainer", "SplitBy", "Seed", "TestFraction", "Evaluation", "Optimizer", nameof(WarmStart), "Query", "TrainerAssembly"];

    /// <summary>Attests a version.</summary>
    /// <param name="options">The project; its data and contract are used, its options are replaced by the recorded ones.</param>
    /// <param name="version">The version, by any of its names.</param>
    /// <param name="output">Where the words go.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether the same model came out.</returns>
    public static bool Run(ProjectOptions options, string version, IEngineOutput output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        StationLog log = new("attest", DiagnosticPolicy.None, output);
        ProjectLineage lineage = ProjectLineage.Open(options);
        VersionEntry entry = lineage.Lineage.Resolve(version);
        VersionRecord record = lineage.Lineage.Read(entry);
        string folder = Directory.CreateTempSubdirectory("modelsdk-attest-").FullName;
        try
        {
            return Train(AsRecorded(options, lineage, record, folder), lineage, entry, log, cancellation) is { } digest && Judge(digest, entry, log);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ProjectOptions AsRecorded(ProjectOptions options, ProjectLineage lineage, VersionRecord record, string folder)
    {
        Dictionary<string, string> recorded = record.Options.ToDictionary(StringComparer.Ordinal);
        Dictionary<string, string> properties = new()
        {
            // What the project said, which may be Auto; the record names the trainer that was taken.
            ["ModelTrainer"] = recorded.GetValueOrDefault("Trainer", record.Trainer),
            ["ModelEvaluation"] = nameof(EvaluationMode.Holdout),
            ["ModelOptimizer"] = "",
            ["ModelWarmStart"] = recorded.TryGetValue(nameof(WarmStart), out string? start) ? Start(options, lineage, record, start).Id : "",
            ["ModelTrain"] = nameof(TrainMode.Always),
            ["ModelLocked"] = "true",
            ["ModelPinnedVersion"] = "",
            ["ModelVersion"] = "",
        };
        foreach (string name in new[] { "Seed", "TestFraction", "SplitBy", "Evaluation", "Optimizer" })
        {
            if (recorded.TryGetValue(name, out string? value) && value != "TestData")
            {
                properties["Model" + name] = value;
            }
        }

        SourceLocation place = new(options.ProjectFile);
        IEnumerable<ProjectItem> settings = record.Options.Where(option => !OptionsOfProperties.Contains(option.Key)).SelectMany(option => FeatureOptions.IsFeatureOption(option.Key)
            ? FeatureOptions.Items(option, place)
            : [new ProjectItem("Hyperparameter", option.Key, new Dictionary<string, string> { ["Value"] = option.Value }, place)]);
        return options.With(properties) with
        {
            Items = [.. options.Items.Where(item => item.Type is "TrainingData" or "TestData"), .. settings],
            OutputDirectory = Path.Combine(folder, "model"),
            // An empty lineage: nothing may be restored here.
            Store = Path.Combine(folder, "store"),
        };
    }

    private static VersionEntry Start(ProjectOptions options, ProjectLineage lineage, VersionRecord record, string digest) =>
        lineage.Lineage.Versions.FirstOrDefault(version => version.ModelDigest == digest) ?? throw new ModelBuildException(
            LineageDiagnostics.AttestationFailed,
            $"Version {record.Version} cannot be trained anew here: its training continued from the model {digest[..12]}…, which no version of the lineage has. Get the record of that version from a clone that has it.",
            new SourceLocation(options.ProjectFile));

    private static string? Train(ProjectOptions options, ProjectLineage lineage, VersionEntry version, StationLog log, CancellationToken cancellation)
    {
        if (ModelSettingsReader.Read(options, log) is not { } settings)
        {
            return null;
        }

        using BuildSession session = new(options, settings, new BuildFolder(options.OutputDirectory, settings.Name), cancellation) { StartLineage = lineage };
        TrainStation station = new();
        string recipe = station.Key(session, log);
        if (log.Failed)
        {
            return null;
        }

        if (recipe != version.RecipeDigest)
        {
            throw new ModelBuildException(
                LineageDiagnostics.AttestationFailed,
                $"Version {version.Name} cannot be trained anew here: {Difference(session, lineage.Lineage.Read(version), log)}. {VersionSource.HowToGet(lineage, version)}",
                new SourceLocation(options.ProjectFile));
        }

        station.Run(session, log);
        return log.Failed ? null : session.Trained.ModelDigest;
    }

    private static string Difference(BuildSession session, VersionRecord record, StationLog log)
    {
        if (ContractDigest.Of(session.Contract) != record.ContractDigest)
        {
            return $"the contract {Path.GetFileName(session.Options.ContractFile)} is not the one that it was made with";
        }

        TrainingPlan plan = TrainingPlan.Of(session, log);
        string[] options = [.. plan.Recipe.Options.Except(record.Options).Concat(record.Options.Except(plan.Recipe.Options)).Select(option => option.Key).Distinct()];
        return options.Length > 0
            ? $"{string.Join(", ", options)} cannot be set as recorded, for example because TestData came or went"
            : plan.DataDigest != record.DataDigest
            ? $"the training data is not the one that it was made from (data {plan.DataDigest[..8]}, recorded {record.DataDigest[..8]})"
            : $"the recipe differs though data, options and the contract of the features are the same: an ignored column came or went, or ModelSdk {record.SdkVersion}, which made it, reads, splits or trains otherwise than {session.Options.SdkVersion}";
    }

    private static bool Judge(string digest, VersionEntry version, StationLog log)
    {
        if (digest == version.ModelDigest)
        {
            log.Message($"Version {version.Name} is attested: training by its recorded recipe gave the same model, {digest}.");
            return true;
        }

        log.Report(
            LineageDiagnostics.AttestationFailed,
            $"Version {version.Name} could not be reproduced: training by its recorded recipe gave the model {digest[..12]}…, the record says {version.ModelDigest[..12]}…. The record, the model, or this engine is not what it was.",
            SourceLocation.None);
        return false;
    }
}
