namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of the items <c>ModelFeature</c> and <c>ModelInteraction</c>, among MODEL2xxx.</summary>
public static class FeatureDiagnostics
{
    /// <summary>An item names a column that is no feature of the contract.</summary>
    public static readonly ModelDiagnostic UnknownFeature = new("MODEL2070", DiagnosticSeverity.Error, "An item names no feature");

    /// <summary>An item has a setting of a name that does not exist.</summary>
    public static readonly ModelDiagnostic UnknownSetting = new("MODEL2071", DiagnosticSeverity.Error, "Unknown setting of a feature");

    /// <summary>A setting's value cannot be read or is out of its range.</summary>
    public static readonly ModelDiagnostic InvalidSetting = new("MODEL2072", DiagnosticSeverity.Error, "Invalid value of a feature's setting");

    /// <summary>A setting is for features of another kind.</summary>
    public static readonly ModelDiagnostic SettingOfAnotherKind = new("MODEL2073", DiagnosticSeverity.Error, "A setting does not fit the feature's kind");

    /// <summary>A feature or an interaction has two items.</summary>
    public static readonly ModelDiagnostic Repeated = new("MODEL2074", DiagnosticSeverity.Error, "A feature or an interaction is set twice");

    /// <summary>Two features cannot be multiplied.</summary>
    public static readonly ModelDiagnostic ImpossibleInteraction = new("MODEL2075", DiagnosticSeverity.Error, "Two features cannot be multiplied");

    /// <summary>The trainer does not use a setting.</summary>
    public static readonly ModelDiagnostic WithoutEffect = new("MODEL2076", DiagnosticSeverity.Warning, "A feature's setting has no effect with this trainer");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } =
        [UnknownFeature, UnknownSetting, InvalidSetting, SettingOfAnotherKind, Repeated, ImpossibleInteraction, WithoutEffect];
}
