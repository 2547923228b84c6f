using System.Text;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Comparison;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Versions;
using ModelSdk.Runtime;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>What the last build of a project left in <c>obj/model</c>, for commands that look at it.</summary>
public sealed class BuiltModel
{
    private readonly ProjectOptions options;
    private readonly BuildFolder folder;
    private readonly TrainingRecord trained;
    private readonly byte[] bytes;

    private BuiltModel(ProjectOptions options, BuildFolder folder)
    {
        this.options = options;
        this.folder = folder;
        this.trained = TrainingRecord.Read(File.ReadAllText(folder.Training));
        this.bytes = File.ReadAllBytes(folder.Model);
        string digest = ModelFile.Digest(this.bytes);
        if (digest != this.trained.ModelDigest)
        {
            throw new InvalidDataException($"{folder.Model} has the digest {digest[..8]}, but {this.trained.ModelDigest[..8]} was trained: the file was altered. Build again.");
        }
    }

    /// <summary>The model file.</summary>
    public ModelFile Model => ModelFile.Read(this.bytes);

    /// <summary>The record that the build embedded; null where the build of this model did not come that far (a gate failed).</summary>
    public VersionRecord? Version =>
        File.Exists(this.folder.Version) && VersionRecord.Read(File.ReadAllText(this.folder.Version)) is { } record && record.ModelDigest == this.trained.ModelDigest
            ? record
            : null;

    /// <summary>Says that what is shown is not what ships; null where it is.</summary>
    public string? NotReleased => this.Version is null
        ? $"Note: the last build of model {this.trained.ModelDigest[..8]} did not pass (a gate failed, or it was interrupted); bin/ still holds what was built before."
        : null;

    /// <summary>The evaluation of the build; null where no rows were held out.</summary>
    public ModelEvaluation? Evaluation =>
        File.Exists(this.folder.Evaluation) && EvaluationFile.Read(File.ReadAllBytes(this.folder.Evaluation)) is { Rows: > 0 } evaluation ? evaluation : null;

    /// <summary>How certain the coefficients are, the intercept first; empty where the trainer cannot tell.</summary>
    public IReadOnlyList<CoefficientStatistic> Statistics => this.trained.Statistics;

    /// <summary>What the trainer decided, and why.</summary>
    public IReadOnlyList<string> Notes => this.trained.Notes;

    /// <summary>Numbers that describe the fit, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Figures => this.trained.Figures;

    /// <summary>Opens what a build left.</summary>
    /// <param name="options">The project.</param>
    /// <exception cref="InvalidDataException">There is no model yet, or its file was altered.</exception>
    public static BuiltModel Open(ProjectOptions options)
    {
        BuildFolder folder = new(options.OutputDirectory, options.Property("ModelName").Value);
        return File.Exists(folder.Model) && File.Exists(folder.Training)
            ? new BuiltModel(options, folder)
            : throw new InvalidDataException($"{options.Display(folder.Model)} does not exist yet; `dotnet build` trains it.");
    }

    /// <summary>How the built model differs from a committed version. Where the build scored that version on its own test rows, metrics stand on these.</summary>
    /// <param name="lineage">The version's lineage.</param>
    /// <param name="before">The version.</param>
    /// <exception cref="StoreException">The version's record is damaged.</exception>
    public VersionDifference CompareWith(ProjectLineage lineage, VersionEntry before)
    {
        BaselineScores scores = File.Exists(this.folder.Baselines) ? BaselineFile.Read(File.ReadAllBytes(this.folder.Baselines)) : BaselineScores.None;
        return VersionComparer.Compare(ComparedVersions.Of(lineage, before, scores), ComparedVersions.OfBuild(this.folder, this.Version ?? this.Unreleased()));
    }

    /// <summary>Judges the model by every row of other files.</summary>
    /// <param name="files">Files with the contract's columns, label included.</param>
    /// <param name="contract">The project's contract.</param>
    /// <param name="log">Gets warnings.</param>
    /// <exception cref="ModelBuildException">The data is malformed or does not fit the contract.</exception>
    public ModelEvaluation Evaluate(IReadOnlyList<DataFile> files, ModelContract contract, IEngineLog log)
    {
        DataTable table = ProjectSources.Of(this.options).Read(files, contract, 0, log, CancellationToken.None);
        if (table.Digest == this.trained.DataDigest)
        {
            log.Message("Note: this is the data that the model was trained on; for rows that it has not seen, name no file.");
        }

        int[] rows = [.. Enumerable.Range(0, table.RowCount)];
        return ModelScoring.Evaluate(
            PredictionModel.Load(this.bytes), table, rows, contract, this.trained.Naive, new SourceLocation(this.options.ProjectFile));
    }

    /// <summary>What is known of a build that came to no record: as much as training and the gates left.</summary>
    private VersionRecord Unreleased() =>
        new(this.options.Property("ModelName").Value, $"build {this.trained.ModelDigest[..8]}", this.trained.ModelDigest, this.trained.DataDigest, this.trained.RecipeDigest)
        {
            Trainer = this.trained.Trainer,
            Options = this.trained.Options,
            Gates = File.Exists(this.folder.Gate) ? JsonReader.Parse(Encoding.UTF8.GetString(File.ReadAllBytes(this.folder.Gate)))["gates"] : null,
            SdkVersion = this.options.SdkVersion,
            TestDigest = this.Evaluation?.RowsDigest ?? "",
        };
}
