using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of forecasts, MODEL209x.</summary>
public static class ForecastDiagnostics
{
    /// <summary>No column, or more than one, can be the time of a forecast.</summary>
    public static readonly ModelDiagnostic NoTimeColumn = new("MODEL2090", Error, "No column can be the time of the forecast");

    /// <summary>A series has two values at one time.</summary>
    public static readonly ModelDiagnostic RepeatedTime = new("MODEL2091", Error, "A series has two values at one time");

    /// <summary>The times do not lie on a regular grid.</summary>
    public static readonly ModelDiagnostic IrregularTimes = new("MODEL2092", Error, "The times are not regular");

    /// <summary>Series have too few values and are left out.</summary>
    public static readonly ModelDiagnostic ShortSeries = new("MODEL2093", Warning, "Series are too short and are left out");

    /// <summary>No series has enough values.</summary>
    public static readonly ModelDiagnostic NoSeries = new("MODEL2094", Error, "No series is long enough to be forecast");

    /// <summary>The series are too short for the folds.</summary>
    public static readonly ModelDiagnostic TooShortForFolds = new("MODEL2095", Error, "The series are too short to be judged in folds");

    /// <summary>A multiplicative season, or a logarithm, was asked for where a value is not positive.</summary>
    public static readonly ModelDiagnostic NotPositive = new("MODEL2096", Error, "A value is not positive");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } =
        [NoTimeColumn, RepeatedTime, IrregularTimes, ShortSeries, NoSeries, TooShortForFolds, NotPositive];
}
