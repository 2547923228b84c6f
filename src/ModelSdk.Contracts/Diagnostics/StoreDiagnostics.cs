using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of the store, MODEL40xx: what is named, read and written in <c>.models</c>.</summary>
public static class StoreDiagnostics
{
    /// <summary>A name is neither a number nor an id nor an environment of the lineage.</summary>
    public static readonly ModelDiagnostic UnknownVersion = new("MODEL4001", Error, "No version of that name");

    /// <summary>A number or the beginning of an id belongs to several versions.</summary>
    public static readonly ModelDiagnostic AmbiguousVersion = new("MODEL4002", Error, "Several versions have that name");

    /// <summary>The content of a record or event is not what its file name says, or cannot be read.</summary>
    public static readonly ModelDiagnostic DamagedRecord = new("MODEL4003", Error, "A record of the store is damaged");

    /// <summary>A version names a model or an evaluation that the store does not hold.</summary>
    public static readonly ModelDiagnostic MissingObject = new("MODEL4004", Error, "An object of the store is missing");

    /// <summary>The SHA-256 of an object is not its file name.</summary>
    public static readonly ModelDiagnostic DamagedObject = new("MODEL4005", Error, "An object of the store is damaged");

    /// <summary>The store holds a file that no release of ModelSdk writes there.</summary>
    public static readonly ModelDiagnostic ForeignFile = new("MODEL4006", Warning, "A foreign file in the store");

    /// <summary>A file or folder of the store is a symbolic link to a place outside of it.</summary>
    public static readonly ModelDiagnostic LinkOutOfStore = new("MODEL4007", Error, "A link leads out of the store");

    /// <summary>The name of a model or an environment could be a path, an id, or a device.</summary>
    public static readonly ModelDiagnostic InvalidName = new("MODEL4008", Error, "A name that cannot be used in the store");

    /// <summary>A record or event names a parent, a version or an event that the store does not hold.</summary>
    public static readonly ModelDiagnostic MissingRecord = new("MODEL4009", Error, "A record of the lineage is missing");

    /// <summary>A record was written by a later release.</summary>
    public static readonly ModelDiagnostic NewerFormat = new("MODEL4010", Error, "A record has a newer format");

    /// <summary>Two branches promoted different versions to one environment.</summary>
    public static readonly ModelDiagnostic EnvironmentConflict = new("MODEL4011", Error, "An environment has two versions");

    /// <summary>Nothing was promoted to the environment yet, or there is nothing to roll back to.</summary>
    public static readonly ModelDiagnostic EnvironmentEmpty = new("MODEL4012", Error, "An environment has no version");

    /// <summary>A file of the store cannot be read or written: no right, no space, or a folder in its place.</summary>
    public static readonly ModelDiagnostic StoreInaccessible = new("MODEL4013", Error, "The store cannot be read or written");

    /// <summary>The time is before that of the version or event that came before.</summary>
    public static readonly ModelDiagnostic ClockBehind = new("MODEL4014", Warning, "The clock is behind");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } =
    [
        UnknownVersion, AmbiguousVersion, DamagedRecord, MissingObject, DamagedObject,
        ForeignFile, LinkOutOfStore, InvalidName, MissingRecord, NewerFormat,
        EnvironmentConflict, EnvironmentEmpty, StoreInaccessible, ClockBehind,
    ];
}
