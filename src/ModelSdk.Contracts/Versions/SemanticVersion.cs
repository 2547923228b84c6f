using System.Globalization;

namespace ModelSdk.Contracts.Versions;

/// <summary>A release version of Semantic Versioning 2.0.0 without pre-release and build parts, which committed versions never have.</summary>
/// <param name="Major">Raised when callers of the model break.</param>
/// <param name="Minor">Raised when the model decides otherwise or accepts more.</param>
/// <param name="Patch">Raised when every decision on the test rows is the same.</param>
public readonly record struct SemanticVersion(int Major, int Minor, int Patch) : IComparable<SemanticVersion>
{
    /// <summary>The version of the first commit of a lineage.</summary>
    public static SemanticVersion First { get; } = new(0, 1, 0);

    /// <summary>Whether the left version is lower.</summary>
    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left version is higher.</summary>
    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left version is lower or equal.</summary>
    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left version is higher or equal.</summary>
    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    /// <summary>Reads <c>major.minor.patch</c>: three decimal numbers without leading zeros, at most 65534 each, which is what assemblies can carry.</summary>
    /// <param name="text">The text.</param>
    /// <param name="version">The version, or the default where the text is none.</param>
    public static bool TryParse(string text, out SemanticVersion version)
    {
        string[] parts = text.Split('.');
        version = default;
        if (parts.Length != 3 || !Number(parts[0], out int major) || !Number(parts[1], out int minor) || !Number(parts[2], out int patch))
        {
            return false;
        }

        version = new SemanticVersion(major, minor, patch);
        return true;
    }

    /// <summary>The next version after a change.</summary>
    /// <param name="bump">The part that the change raises; the parts behind it become 0.</param>
    public SemanticVersion Next(VersionBump bump) => bump switch
    {
        VersionBump.Major => new SemanticVersion(this.Major + 1, 0, 0),
        VersionBump.Minor => new SemanticVersion(this.Major, this.Minor + 1, 0),
        _ => new SemanticVersion(this.Major, this.Minor, this.Patch + 1),
    };

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion other) => (this.Major, this.Minor, this.Patch).CompareTo((other.Major, other.Minor, other.Patch));

    /// <summary>The text <c>major.minor.patch</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{this.Major}.{this.Minor}.{this.Patch}");

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number < ushort.MaxValue
        && (text.Length == 1 || text[0] != '0')
        // The parser passes over NUL characters at the end.
        && text[^1] != '\0';
}
