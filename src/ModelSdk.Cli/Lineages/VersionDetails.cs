using ModelSdk.Cli.Output;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Comparison;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Training.Linear;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Cli.Lineages;

/// <summary>All that the store knows of a version. What is missing or damaged is shown as an error and left out.</summary>
/// <param name="Version">The version.</param>
/// <param name="Record">Its record.</param>
/// <param name="States">What the lineage says of it.</param>
internal sealed record VersionDetails(VersionEntry Version, VersionRecord Record, VersionStates States)
{
    /// <summary>The number of test rows; null where the evaluation is missing, or no rows were held out.</summary>
    public int? TestRows { get; private init; }

    /// <summary>The parents that are in the store, and what changed since each.</summary>
    public IReadOnlyList<(VersionEntry Parent, VersionDifference Difference)> Changes { get; private init; } = [];

    /// <summary>The coefficients in the units of the data; none where the model is missing, or has none.</summary>
    public IReadOnlyList<CoefficientTable> Coefficients { get; private init; } = [];

    /// <summary>Gathers it.</summary>
    /// <exception cref="StoreException">The record itself is damaged.</exception>
    public static VersionDetails Read(ProjectLineage lineage, VersionEntry version, TerminalOutput terminal)
    {
        ComparedVersion compared = ComparedVersions.Of(lineage, version);
        return new VersionDetails(version, compared.Record, LineageReading.Read(lineage.Lineage, terminal))
        {
            TestRows = compared.Evaluation is { Rows: > 0 } evaluation ? evaluation.Rows : null,
            Changes =
            [
                .. version.Parents.Select(lineage.Lineage.Find).OfType<VersionEntry>()
                    .Select(parent => (parent, VersionPair.Compare(lineage, parent, version))),
            ],
            Coefficients = ReadCoefficients(lineage, version, terminal),
        };
    }

    private static IReadOnlyList<CoefficientTable> ReadCoefficients(ProjectLineage lineage, VersionEntry version, TerminalOutput terminal)
    {
        try
        {
            return CoefficientTable.From(ModelFile.Read(lineage.ReadModel(version)));
        }
        catch (StoreException exception)
        {
            terminal.Diagnostic(exception);
        }
        catch (FormatException exception)
        {
            terminal.Diagnostic(StoreDiagnostics.DamagedObject, $"The model of version {version.Name} cannot be read: {exception.Message}", SourceLocation.None);
        }

        return [];
    }
}
