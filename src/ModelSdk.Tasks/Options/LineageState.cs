using System.Security.Cryptography;
using System.Text;

namespace ModelSdk.Tasks.Options;

/// <summary>
/// A digest of the file names of a lineage. They are digests of the contents, so the state is another one whenever a version, an event or a
/// retirement came or went, and the same after a checkout that only renewed the files.
/// </summary>
internal static class LineageState
{
    public static string Of(string store, string model)
    {
        string lineage = Path.Combine(store, model);
        List<string> names = [.. Names(Path.Combine(lineage, "versions")), .. Names(Path.Combine(lineage, "retirements"))];
        string environments = Path.Combine(lineage, "environments");
        if (Directory.Exists(environments))
        {
            foreach (string environment in Directory.GetDirectories(environments))
            {
                names.AddRange(Names(environment).Select(name => Path.GetFileName(environment) + "/" + name));
            }
        }

        return names.Count == 0 ? "" : Digest(names);
    }

    private static IEnumerable<string> Names(string directory) =>
        Directory.Exists(directory) ? Directory.GetFiles(directory).Select(path => Path.GetFileName(path)) : [];

    private static string Digest(List<string> names)
    {
        names.Sort(StringComparer.Ordinal);
        using SHA256 sha256 = SHA256.Create();
        byte[] hash = sha256.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", names)));
        return BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
    }
}
