using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Cli.Lineages;

/// <summary>Files that say why a version is made.</summary>
internal static class ReasonFile
{
    private const string Purpose = "A version is recorded with the reason why it was made.";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the file that a person named.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ModelBuildException">There is none, or it is no text.</exception>
    public static string Read(string file) => TryRead(file, out string reason) is { } problem
        ? throw new ModelBuildException(LineageDiagnostics.EmptyReason, $"{Purpose} {(file.Length == 0 ? "\"\"" : file)} {problem}.", new SourceLocation(file))
        : reason;

    /// <summary>Reads the file that the project's <c>ModelReasonFile</c> names.</summary>
    /// <param name="options">The project.</param>
    /// <returns>The file and what it says.</returns>
    /// <exception cref="ModelBuildException">None is named, there is none, or it says nothing.</exception>
    public static (string File, string Reason) OfProject(ProjectOptions options)
    {
        ProjectProperty property = options.Property("ModelReasonFile");
        string file = Path.Combine(options.ProjectDirectory, property.Value.Replace('\\', Path.DirectorySeparatorChar));
        string reason = "";
        string? problem = property.Value.Length == 0 ? "ModelReasonFile is not set: it names a file with the reason"
            : (TryRead(file, out reason) ?? (string.IsNullOrWhiteSpace(reason) ? "is empty" : null)) is { } state ? $"{file}, which ModelReasonFile names, {state}"
            : null;
        return problem is null
            ? (file, reason)
            : throw new ModelBuildException(LineageDiagnostics.EmptyReason, $"{Purpose} {problem}. `dotnet model commit -m \"…\"` does the same.", property.Location);
    }

    /// <summary>Gives what is wrong with the file; null where it could be read.</summary>
    private static string? TryRead(string file, out string reason)
    {
        reason = "";
        if (!File.Exists(file))
        {
            return Directory.Exists(file) ? "is a folder" : "does not exist";
        }

        try
        {
            reason = Strict.GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
            return reason.Contains('\0', StringComparison.Ordinal) ? "is not UTF-8 text" : null;
        }
        catch (DecoderFallbackException)
        {
            return "is not UTF-8 text";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read: {exception.Message.TrimEnd('.')}";
        }
    }
}
