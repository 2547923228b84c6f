using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Store;

/// <summary>Which names may become folders of a store: none that is a path, an id, a device of Windows, or a folder of the store itself.</summary>
public static class StoreNames
{
    private const int MaximumLength = 64;

    // Windows opens these devices under every path.
    private static readonly string[] Devices =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })];

    /// <summary>Whether a model may have that name: a C# identifier of at most 64 characters, neither <c>objects</c> nor a device.</summary>
    /// <param name="name">The name.</param>
    public static bool IsModel(string name) =>
        name.Length <= MaximumLength && PropertyNames.IsValid(name) && !name.Equals("objects", StringComparison.OrdinalIgnoreCase) && !IsDevice(name);

    /// <summary>Whether an environment may have that name: <c>[a-z][a-z0-9-]*</c>, at most 64 characters, not all hexadecimal digits, no device, not <c>parent</c>.</summary>
    /// <param name="name">The name.</param>
    public static bool IsEnvironment(string name) =>
        name.Length is > 0 and <= MaximumLength
        && char.IsAsciiLetterLower(name[0])
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && !name.All(char.IsAsciiHexDigit)
        && name != "parent"
        && !IsDevice(name);

    /// <summary>Refuses a name that no model may have.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="StoreException">The name is refused.</exception>
    public static void RequireModel(string name)
    {
        if (!IsModel(name))
        {
            throw new StoreException(
                StoreDiagnostics.InvalidName, $"{Shown(name)} cannot be a model's name: it must be a C# identifier of at most {MaximumLength} characters, and neither \"objects\" nor a device such as \"con\".");
        }
    }

    /// <summary>Refuses a name that no environment may have.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="StoreException">The name is refused.</exception>
    public static void RequireEnvironment(string name)
    {
        if (!IsEnvironment(name))
        {
            throw new StoreException(
                StoreDiagnostics.InvalidName,
                $"{Shown(name)} cannot be an environment's name: lower-case letters, digits and hyphens, a letter first, at most {MaximumLength} characters, not hexadecimal digits only (as an id), not \"parent\", no device such as \"con\". For example: production.");
        }
    }

    /// <summary>A name from outside, quoted for a message: control characters escaped, at most 40 characters.</summary>
    /// <param name="name">Any text.</param>
    internal static string Shown(string name) => $"\"{Plain(name.Length > 40 ? name[..40] + "…" : name)}\"";

    /// <summary>A text from a record for a message: control and format characters escaped, at most 100 characters.</summary>
    /// <param name="text">Any text.</param>
    public static string Plain(string text)
    {
        IEnumerable<string> characters = text.Take(100).Select(character =>
            char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format ? $"\\u{(int)character:x4}" : character.ToString());
        return string.Concat(characters) + (text.Length > 100 ? "…" : "");
    }

    private static bool IsDevice(string name) => Devices.Contains(name, StringComparer.OrdinalIgnoreCase);
}
