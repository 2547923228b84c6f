using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of data and contract, MODEL1xxx.</summary>
public static class DataDiagnostics
{
    /// <summary>A data file is named, but is not there.</summary>
    public static readonly ModelDiagnostic DataFileNotFound = new("MODEL1002", Error, "A data file was not found");

    /// <summary>A data file is there, but cannot be read: a folder, locked, or without permission.</summary>
    public static readonly ModelDiagnostic DataFileUnreadable = new("MODEL1003", Error, "A data file cannot be read");

    /// <summary>A data file holds no row.</summary>
    public static readonly ModelDiagnostic DataFileEmpty = new("MODEL1004", Error, "A data file has no rows");

    /// <summary>A data file is a Git LFS pointer instead of the data.</summary>
    public static readonly ModelDiagnostic DataFileIsPointer = new("MODEL1005", Error, "A data file is a Git LFS pointer");

    /// <summary>A data file is not UTF-8 text.</summary>
    public static readonly ModelDiagnostic InvalidEncoding = new("MODEL1006", Error, "A data file is not UTF-8 text");

    /// <summary>The header has an empty name, or a name twice.</summary>
    public static readonly ModelDiagnostic InvalidHeader = new("MODEL1007", Error, "A header is invalid");

    /// <summary>A quote stands inside an unquoted field, text follows a closing quote, or a quoted field never ends.</summary>
    public static readonly ModelDiagnostic MalformedQuote = new("MODEL1008", Error, "A quote is misplaced");

    /// <summary>A row has more or fewer fields than the header.</summary>
    public static readonly ModelDiagnostic RaggedRow = new("MODEL1009", Error, "A row has the wrong number of fields");

    /// <summary>A data file lacks a column that the contract or another file has.</summary>
    public static readonly ModelDiagnostic MissingColumn = new("MODEL1010", Error, "A column is missing in the data");

    /// <summary>A value does not fit its column's kind.</summary>
    public static readonly ModelDiagnostic ValueOfWrongKind = new("MODEL1011", Error, "A value does not fit its column's kind");

    /// <summary>A value is missing in a column that is not nullable.</summary>
    public static readonly ModelDiagnostic MissingValue = new("MODEL1012", Error, "A value is missing");

    /// <summary>The label holds a class that the contract does not list.</summary>
    public static readonly ModelDiagnostic UnknownClass = new("MODEL1013", Error, "The label has a class that the contract does not know");

    /// <summary>A column with closed categories holds another value.</summary>
    public static readonly ModelDiagnostic UnknownCategory = new("MODEL1014", Error, "A value is outside a closed set of categories");

    /// <summary>A weight is missing or negative.</summary>
    public static readonly ModelDiagnostic InvalidWeight = new("MODEL1015", Error, "A weight is invalid");

    /// <summary>Rows without a label were left out.</summary>
    public static readonly ModelDiagnostic RowsWithoutLabel = new("MODEL1016", Warning, "Rows without a label were left out");

    /// <summary>No row has a label.</summary>
    public static readonly ModelDiagnostic NoLabelledRow = new("MODEL1017", Error, "No row has a label");

    /// <summary>The label names no column of the data.</summary>
    public static readonly ModelDiagnostic LabelColumnMissing = new("MODEL1018", Error, "The label column is missing");

    /// <summary>The label has the same value in every row.</summary>
    public static readonly ModelDiagnostic LabelConstant = new("MODEL1019", Error, "The label is constant");

    /// <summary>The label has more or fewer classes than the task needs.</summary>
    public static readonly ModelDiagnostic WrongClassCount = new("MODEL1020", Error, "The label's classes do not fit the task");

    /// <summary>The label of a regression holds something that is no number.</summary>
    public static readonly ModelDiagnostic LabelNotNumeric = new("MODEL1021", Error, "The label of a regression is not a number");

    /// <summary>The positive class of a binary label is not known.</summary>
    public static readonly ModelDiagnostic InvalidPositiveLabel = new("MODEL1022", Error, "The positive class is not known");

    /// <summary>A single feature gives the label away.</summary>
    public static readonly ModelDiagnostic Leakage = new("MODEL1023", Error, "A feature gives the label away");

    /// <summary>One side of a split has no rows, or lacks a class.</summary>
    public static readonly ModelDiagnostic EmptySplit = new("MODEL1024", Error, "A split leaves rows or classes out");

    /// <summary>A split column is missing, or holds something other than train and test.</summary>
    public static readonly ModelDiagnostic InvalidSplitColumn = new("MODEL1025", Error, "The split column is invalid");

    /// <summary>No column of the data can be a feature.</summary>
    public static readonly ModelDiagnostic NoFeature = new("MODEL1026", Error, "There is no feature");

    /// <summary>The data takes more memory than is allowed.</summary>
    public static readonly ModelDiagnostic DataTooLarge = new("MODEL1027", Error, "The data does not fit into memory");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } =
    [
        DataFileNotFound, DataFileUnreadable, DataFileEmpty, DataFileIsPointer, InvalidEncoding, InvalidHeader, MalformedQuote,
        RaggedRow, MissingColumn, ValueOfWrongKind, MissingValue, UnknownClass, UnknownCategory, InvalidWeight, RowsWithoutLabel, NoLabelledRow,
        LabelColumnMissing, LabelConstant, WrongClassCount, LabelNotNumeric, InvalidPositiveLabel, Leakage, EmptySplit, InvalidSplitColumn,
        NoFeature, DataTooLarge,
    ];
}
