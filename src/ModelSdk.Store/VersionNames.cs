using System.Text.RegularExpressions;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Store;

/// <summary>Finds the version that somebody names.</summary>
/// <param name="lineage">The versions.</param>
internal sealed partial class VersionNames(Lineage lineage)
{
    /// <summary>The version that a name means; see <see cref="Lineage.Resolve"/>.</summary>
    public VersionEntry Resolve(string name)
    {
        if (SemanticVersion.TryParse(name, out SemanticVersion number))
        {
            return this.Only(name, [.. lineage.Versions.Where(version => version.Number == number)]);
        }

        if (name == "parent")
        {
            return this.Only(name, lineage.Leaves);
        }

        if (BuildVersion().Match(name) is { Success: true } build)
        {
            return this.Only(name, [.. lineage.Versions.Where(version => version.ModelDigest.StartsWith(build.Groups[1].Value, StringComparison.Ordinal))]);
        }

        if (VersionId.IsPrefix(name))
        {
            return this.Only(name, [.. lineage.Versions.Where(version => version.Id.StartsWith(name, StringComparison.Ordinal))]);
        }

        return StoreNames.IsEnvironment(name) && lineage.Environments.FirstOrDefault(environment => environment.Name == name) is { } known
            ? this.InPlace(known)
            : throw this.Unknown(name);
    }

    private VersionEntry InPlace(LineageEnvironment environment)
    {
        string id = environment.RequireVersionId();
        return lineage.Find(id) ?? throw new StoreException(
            StoreDiagnostics.MissingRecord,
            $"{environment.Name} is to run version {environment.Heads[0].Value.Version} ({VersionId.Abbreviate(id)}), whose record is not in the store. Get it from a clone that has it, with its objects.");
    }

    private VersionEntry Only(string name, IReadOnlyList<VersionEntry> found) => found.Count switch
    {
        1 => found[0],
        0 => throw this.Unknown(name),
        _ => throw new StoreException(
            StoreDiagnostics.AmbiguousVersion,
            $"{StoreNames.Shown(name)} names {found.Count} versions of {lineage.ModelName}; name one by its id: "
            + string.Join(", ", found.Take(8).Select(version => $"{VersionId.Abbreviate(version.Id)} ({version.Number}, {StoreNames.Plain(version.Author)}, {RecordTime.Write(version.Time)})")) + "."),
    };

    private StoreException Unknown(string name)
    {
        string known = lineage.Versions.Count == 0
            ? $"{lineage.ModelName} has no version yet: `dotnet model commit -m \"…\"` makes the first."
            : $"{lineage.ModelName} has {List([.. lineage.Versions.OrderByDescending(version => version.Number).Select(version => version.Number.ToString()).Distinct()])}"
                + (lineage.Environments.Count == 0 ? "." : $" and the {(lineage.Environments.Count == 1 ? "environment" : "environments")} {List([.. lineage.Environments.Select(environment => environment.Name)])}.");
        return new StoreException(
            StoreDiagnostics.UnknownVersion, $"{StoreNames.Shown(name)} is neither a version nor the beginning of an id (4 digits or more) nor an environment. {known}");
    }

    private static string List(IReadOnlyList<string> names) => string.Join(", ", names.Take(8)) + (names.Count > 8 ? $" and {names.Count - 8} more" : "");

    [GeneratedRegex("^[0-9]+\\.[0-9]+\\.[0-9]+-dev\\.g([0-9a-f]{8})$")]
    private static partial Regex BuildVersion();
}
