using Microsoft.Build.Utilities;

namespace ModelSdk.Tasks;

/// <summary>Logs with the help link and the place that each of our diagnostics has.</summary>
internal static class TaskLogExtensions
{
    public static void Report(this TaskLoggingHelper log, string severity, string code, string text, SourcePlace place, string? help = null)
    {
        help = string.IsNullOrEmpty(help) ? DiagnosticCodes.HelpLink(code) : help;

        // The text goes in without arguments, so that braces in it are not taken for a format.
        if (severity == "warning")
        {
            log.LogWarning(null, code, null, help, place.File, place.Line, place.Column, place.EndLine, place.EndColumn, text);
        }
        else
        {
            log.LogError(null, code, null, help, place.File, place.Line, place.Column, place.EndLine, place.EndColumn, text);
        }
    }

    public static void ReportError(this TaskLoggingHelper log, string code, string text, SourcePlace place) =>
        log.Report("error", code, text, place);

    public static void ReportWarning(this TaskLoggingHelper log, string code, string text, SourcePlace place) =>
        log.Report("warning", code, text, place);
}
