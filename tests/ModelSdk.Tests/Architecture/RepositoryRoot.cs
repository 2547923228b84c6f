using System.Runtime.CompilerServices;

namespace ModelSdk.Tests.Architecture;

/// <summary>Finds files of the repository from where this source file was compiled.</summary>
internal static class RepositoryRoot
{
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root(), .. parts]);

    private static string Root([CallerFilePath] string source = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(source)!, "..", "..", ".."));
}
