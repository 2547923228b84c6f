using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Inference;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Versions;

namespace ModelSdk.Engine.Stations;

/// <summary>Finds what every station needs: the data files and the contract, which the first local build infers.</summary>
internal static class SessionPreparation
{
    /// <summary>Prepares a session.</summary>
    /// <returns>Whether there is a valid contract.</returns>
    public static bool Prepare(BuildSession session, StationLog log)
    {
        session.TrainingFiles = DataFiles.Find(session.Options, "TrainingData");
        session.TestFiles = DataFiles.Find(session.Options, "TestData");
        bool recorded = session.Settings.PinnedVersion.Length > 0 || IsWithoutData(session);
        if (!recorded)
        {
            DataFiles.RequireTrainingData(session.Options, session.TrainingFiles);
        }

        if (FindContract(session, recorded, log) is { } contract)
        {
            ContractFile.CheckAgainst(contract, session.Settings, session.Options, log);
            session.Contract = contract;
            // A misspelt gate is reported before the training that it would have judged.
            session.Gates = GateReader.Read(session.Options.Items, contract.Task, log) ?? [];
            session.Waivers = GateWaiverReader.Read(session.Options.Items, log);
            session.Recorded = recorded && !log.Failed ? FindRecorded(session, log) : null;
        }

        return session.Contract is not null && !log.Failed;
    }

    private static bool IsWithoutData(BuildSession session) =>
        session.Settings.Train != TrainMode.Always
        && DataFiles.AreAbsent(session.Options, session.TrainingFiles)
        && session.Lineage.Lineage.Versions.Count > 0;

    private static RecordedVersion FindRecorded(BuildSession session, StationLog log)
    {
        RecordedVersionFinder finder = new(session.Lineage, session.Contract);
        return session.Settings.PinnedVersion is { Length: > 0 } pinned
            ? finder.Pinned(pinned, session.Options.Property("ModelPinnedVersion").Location)
            : finder.WithoutData(
                RecipeOptions.Of(session, log).Options,
                session.Options.Declarations.Any(declaration => declaration.Type == "TestData"),
                new SourceLocation(session.Options.ProjectFile));
    }

    private static ModelContract? FindContract(BuildSession session, bool recorded, StationLog log)
    {
        if (File.Exists(session.Options.ContractFile))
        {
            return ContractFile.Read(session.Options.ContractFile, log);
        }

        return recorded
            ? throw new ModelBuildException(
                ContractDiagnostics.MissingWhileLocked,
                $"{Path.GetFileName(session.Options.ContractFile)} is missing, and a recorded version is to be built, which infers none. Get the file from version control.",
                new SourceLocation(session.Options.ProjectFile))
            : Infer(session, log);
    }

    private static ModelContract Infer(BuildSession session, StationLog log)
    {
        string name = Path.GetFileName(session.Options.ContractFile);
        if (session.Settings.Locked)
        {
            throw new ModelBuildException(
                ContractDiagnostics.MissingWhileLocked,
                $"{name} is missing, and ModelLocked is true (as on CI), so the build does not write it. Run `dotnet model init` in {session.Options.ProjectDirectory} and commit the file.",
                new SourceLocation(session.Options.ProjectFile));
        }

        InferredContract inferred = ContractInference.Infer(
            session.TrainingFiles,
            session.TestFiles,
            new InferenceRequest(session.Settings.Task, session.Settings.Label, NullIfEmpty(session.Settings.PositiveLabel), session.Settings.Name)
            {
                Sources = session.Sources,
                TaskDeclaredAt = session.Options.Property("ModelTask").Location,
                LabelDeclaredAt = session.Options.Property("ModelLabel").Location,
                PositiveLabelDeclaredAt = PositiveLabelPlace(session),
            },
            log,
            session.Cancellation);
        ContractFile.Write(session.Options.ContractFile, session.Folder.ContractCopy, inferred.Contract);
        log.Message($"Inferred the contract {name} from {string.Join(", ", session.TrainingFiles.Concat(session.TestFiles).Select(file => file.DisplayPath))}; look it over and commit it:");
        foreach (string line in ContractDecisionText.Lines(inferred))
        {
            log.Message("  " + line);
        }

        return inferred.Contract;
    }

    private static SourceLocation PositiveLabelPlace(BuildSession session) =>
        session.Options.Property(session.Settings.PositiveLabel.Length > 0 ? "ModelPositiveLabel" : "ModelLabel").Location;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
