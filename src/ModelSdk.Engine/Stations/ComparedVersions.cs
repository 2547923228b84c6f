using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Comparison;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>Gathers what is at hand of versions that are to be compared. What is missing or damaged is left out, and the comparison says so.</summary>
public static class ComparedVersions
{
    /// <summary>A committed version.</summary>
    /// <param name="lineage">Its lineage.</param>
    /// <param name="version">The version.</param>
    /// <exception cref="StoreException">The record itself is damaged.</exception>
    public static ComparedVersion Of(ProjectLineage lineage, VersionEntry version)
    {
        ArgumentNullException.ThrowIfNull(lineage);
        ArgumentNullException.ThrowIfNull(version);
        VersionRecord record = lineage.Lineage.Read(version);
        TrainingRecord? training = Find(lineage, record.Commit!.TrainingObject, bytes => TrainingRecord.Read(System.Text.Encoding.UTF8.GetString(bytes)));
        return new ComparedVersion(lineage.Lineage.NameOf(version), record)
        {
            Model = Find(lineage, record.ModelDigest, ModelFile.Read),
            Evaluation = Find(lineage, record.Commit.EvaluationObject, bytes => EvaluationFile.Read(bytes)),
            Profile = training?.Profile,
            TrainingRows = training?.TrainingRows,
        };
    }

    /// <summary>What the last build of a project made.</summary>
    /// <param name="folder">Its <c>obj/model</c>.</param>
    /// <param name="record">The record that it embedded.</param>
    internal static ComparedVersion OfBuild(BuildFolder folder, VersionRecord record)
    {
        TrainingRecord training = TrainingRecord.Read(File.ReadAllText(folder.Training));
        return new ComparedVersion(record.Version, record)
        {
            Model = ModelFile.Read(File.ReadAllBytes(folder.Model)),
            Evaluation = EvaluationFile.Read(File.ReadAllBytes(folder.Evaluation)),
            Profile = training.Profile,
            TrainingRows = training.TrainingRows,
        };
    }

    /// <summary>A committed version with its metrics on the test rows of the last build, where that scored it.</summary>
    internal static ComparedVersion Of(ProjectLineage lineage, VersionEntry version, BaselineScores scores)
    {
        BaselineScore? score = scores.Scores.FirstOrDefault(candidate => candidate.VersionId == version.Id);
        return Of(lineage, version) with { RescoredMetrics = score?.Metrics?.Values, RescoredNote = score?.Note };
    }

    private static T? Find<T>(ProjectLineage lineage, string digest, Func<byte[], T> read)
        where T : class
    {
        try
        {
            return read(lineage.Store.Objects.Read(digest, "the object"));
        }
        catch (Exception exception) when (exception is StoreException or JsonFormatException or ModelFormatException or InvalidDataException or NullReferenceException)
        {
            return null;
        }
    }
}
