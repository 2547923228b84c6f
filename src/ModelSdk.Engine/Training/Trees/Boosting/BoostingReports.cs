using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>What boosting warns of.</summary>
internal static class BoostingReports
{
    /// <summary>Warns where early stopping has no rows to validate on.</summary>
    public static void Validation(IEngineLog log, BoostingSettings settings, BoostingRows rows)
    {
        if (settings.EarlyStopping > 0 && rows.Fitted == rows.Count)
        {
            log.Report(
                TreeDiagnostics.NoValidationRows,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"EarlyStopping has no effect: of {rows.Count} training rows, ValidationFraction ({settings.ValidationFraction}) takes none or all for validation."),
                SourceLocation.None);
        }
    }

    /// <summary>Warns that no tree has a split.</summary>
    public static void Constant(IEngineLog log, BoostingSettings settings, BoostingRows rows) => log.Report(
        TreeDiagnostics.NoSplit,
        string.Create(
            CultureInfo.InvariantCulture,
            $"No feature splits the {rows.Fitted} training rows, so the model predicts the same for every row; MinRowsPerLeaf is {settings.Growth.MinRowsPerLeaf}."),
        SourceLocation.None);
}
