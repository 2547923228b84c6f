using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Logging;
using ModelSdk.Store;

namespace ModelSdk.Engine.Versions;

/// <summary>Finds the version to build as recorded: the pinned one, or, without data, the only leaf that the project could have made.</summary>
/// <param name="lineage">The lineage.</param>
/// <param name="contract">The project's contract.</param>
public sealed class RecordedVersionFinder(ProjectLineage lineage, ModelContract contract)
{
    private readonly string contractDigest = ContractDigest.Of(contract);
    private readonly string namesDigest = CallerNames.Digest(CallerNames.Of(contract));

    /// <summary>The version that <c>ModelPinnedVersion</c> names.</summary>
    /// <param name="name">The property's value.</param>
    /// <param name="declaredAt">Where it is set.</param>
    /// <exception cref="ModelBuildException">The version has another contract.</exception>
    /// <exception cref="StoreException">There is no such version.</exception>
    public RecordedVersion Pinned(string name, SourceLocation declaredAt)
    {
        VersionEntry version = this.Resolve(name, declaredAt);
        return this.Fits(version)
            ? new RecordedVersion(version, lineage.Lineage.Read(version), $"ModelPinnedVersion is {name}")
            : throw new ModelBuildException(
                LineageDiagnostics.IncompatibleContract,
                $"ModelPinnedVersion is {Quote.Value(name)}, version {version.Name}, whose contract is not the project's. Since that version: {this.Differences(version)}. {VersionSource.HowToBuild(lineage, version)}",
                declaredAt);
    }

    /// <summary>The only leaf with the project's contract and options.</summary>
    /// <param name="options">The options that would determine the model.</param>
    /// <param name="namesTestData">Whether the project names test data, which is not on disk either: then the options do not know the split.</param>
    /// <param name="project">The project file.</param>
    /// <exception cref="ModelBuildException">No leaf fits, or several do.</exception>
    public RecordedVersion WithoutData(IReadOnlyList<KeyValuePair<string, string>> options, bool namesTestData, SourceLocation project)
    {
        (VersionEntry Entry, VersionRecord Record)[] leaves = [.. lineage.Lineage.Leaves.Select(leaf => (leaf, lineage.Lineage.Read(leaf)))];
        (VersionEntry Entry, VersionRecord Record)[] fitting = [.. leaves.Where(leaf => this.Fits(leaf.Entry) && DifferentOptions(leaf.Record.Options, options, namesTestData).Length == 0)];
        const string NoData = "The training data is not on disk, so a version of the lineage has to be built";
        return fitting.Length switch
        {
            1 => new RecordedVersion(fitting[0].Entry, fitting[0].Record, "the training data is not on disk"),
            0 => throw new ModelBuildException(
                LineageDiagnostics.NoMatchingVersion,
                leaves.Length == 0
                    ? $"{NoData}, and every branch of the lineage was retired. Get the data, or set ModelPinnedVersion."
                    : $"{NoData}, and none fits: {string.Join("; ", leaves.Select(leaf => $"{leaf.Entry.Name}: {this.WhyNot(leaf.Entry, leaf.Record, options, namesTestData)}"))}. Get the data, undo the change, or set ModelPinnedVersion.",
                project),
            _ => throw new ModelBuildException(
                LineageDiagnostics.SeveralMatchingVersions,
                $"{NoData}, and {fitting.Length} fit: {string.Join(", ", fitting.Select(leaf => leaf.Entry.Name))}. Set ModelPinnedVersion to one of them, or end a branch with `dotnet model retire`.",
                project),
        };
    }

    private VersionEntry Resolve(string name, SourceLocation declaredAt)
    {
        try
        {
            return lineage.Lineage.Resolve(name);
        }
        catch (StoreException exception) when (exception.File.Length == 0)
        {
            throw new ModelBuildException(exception.Diagnostic, $"ModelPinnedVersion: {exception.Message}", declaredAt);
        }
    }

    private bool Fits(VersionEntry version) =>
        version.ContractDigest == this.contractDigest && (version.NamesDigest.Length == 0 || version.NamesDigest == this.namesDigest);

    private string WhyNot(VersionEntry version, VersionRecord record, IReadOnlyList<KeyValuePair<string, string>> options, bool namesTestData)
    {
        if (!this.Fits(version))
        {
            return $"another contract ({this.Differences(version)})";
        }

        return string.Join(", ", DifferentOptions(record.Options, options, namesTestData)
            .Select(name => $"{name} was {Value(record.Options, name)} and is {Value(options, name)}"));
    }

    private static string[] DifferentOptions(IReadOnlyList<KeyValuePair<string, string>> recorded, IReadOnlyList<KeyValuePair<string, string>> options, bool namesTestData)
    {
        bool splitIsUnknown = namesTestData && Value(recorded, "SplitBy") == "TestData";
        IEnumerable<string> names = recorded.Concat(options).Select(option => option.Key).Distinct();
        return [.. names.Where(name => name != "WarmStart" && !(splitIsUnknown && name is ("SplitBy" or "Seed" or "TestFraction")) && Value(recorded, name) != Value(options, name))];
    }

    private string Differences(VersionEntry version)
    {
        IEnumerable<ContractChange> names = CallerNames.Compare(lineage.Lineage.Read(version).Properties, CallerNames.Of(contract));
        string[] changes = [.. ContractComparison.Compare(lineage.ReadContract(version), contract).Concat(names).Select(change => change.Text)];
        return changes.Length > 0 ? string.Join("; ", changes.Take(5)) : "the order or the roles of its columns";
    }

    private static string Value(IReadOnlyList<KeyValuePair<string, string>> options, string name) =>
        options.FirstOrDefault(option => option.Key == name).Value ?? "not set";
}
