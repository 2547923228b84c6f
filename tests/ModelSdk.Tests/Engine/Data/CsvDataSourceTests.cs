using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Data;

public sealed class CsvDataSourceTests
{
    private static readonly ContractColumn BinaryLabel = CsvText.Column("y", ColumnKind.Boolean, ColumnRole.Label) with { Classes = new(["no", "yes"]), Positive = "yes" };

    [Fact]
    public void Values_of_every_kind_are_read()
    {
        using CsvText csv = new("n,i,b,c,d,y\n1.5, -7,YES,x,1970-01-02T12:00:00+02:00,1\n-2e3,9007199254740993,0,w,1969-12-31,2\n,,,,,3\n");
        DataTable table = csv.Read(CsvText.Contract(
            CsvText.Column("n", ColumnKind.Numeric) with { Nullable = true },
            CsvText.Column("i", ColumnKind.Integer) with { Nullable = true },
            CsvText.Column("b", ColumnKind.Boolean) with { Nullable = true },
            CsvText.Column("c", ColumnKind.Categorical) with { Nullable = true },
            CsvText.Column("d", ColumnKind.Date) with { Nullable = true },
            CsvText.Label()));
        Assert.Equal([1.5, -2000, double.NaN], table.Column("n").Values);
        Assert.Equal([-7, 9007199254740992, double.NaN], table.Column("i").Values);
        Assert.Equal([1, 0, double.NaN], table.Column("b").Values);
        Assert.Equal(["x", "w", null], Enumerable.Range(0, 3).Select(table.Column("c").Text));
        Assert.Equal([1 + (10.0 / 24), -1, double.NaN], table.Column("d").Values);
        Assert.Equal((3, 3), (table.RowCount, table.HoldoutHashes.Length));
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("null")]
    [InlineData("NULL")]
    [InlineData("\" \"")]
    [InlineData("\"\"")]
    public void Missing_values_are_missing_quoted_or_not(string text)
    {
        using CsvText csv = new($"c,y\n{text},1\nNull,2\n");
        DataTable table = csv.Read(CsvText.Contract(CsvText.Column("c", ColumnKind.Categorical) with { Nullable = true }, CsvText.Label()));
        Assert.Equal((null, "Null"), (table.Column("c").Text(0), table.Column("c").Text(1)));
    }

    [Theory]
    [InlineData(ColumnKind.Numeric, "abc", "MODEL1011", "is not a number")]
    [InlineData(ColumnKind.Numeric, "inf", "MODEL1011", "finite")]
    [InlineData(ColumnKind.Numeric, "-Infinity", "MODEL1011", "finite")]
    [InlineData(ColumnKind.Numeric, "1e999", "MODEL1011", "finite")]
    [InlineData(ColumnKind.Numeric, "\"1,5\"", "MODEL1011", "decimal point")]
    [InlineData(ColumnKind.Numeric, "\"1,234.5\"", "MODEL1011", "is not a number")]
    [InlineData(ColumnKind.Integer, "1.5", "MODEL1011", "\"numeric\"")]
    [InlineData(ColumnKind.Integer, "9223372036854775808", "MODEL1011", "whole number")]
    [InlineData(ColumnKind.Boolean, "2", "MODEL1011", "true, false, yes, no")]
    [InlineData(ColumnKind.Date, "01/02/2003", "MODEL1011", "ISO 8601")]
    [InlineData(ColumnKind.Date, "2023-02-29", "MODEL1011", "ISO 8601")]
    [InlineData(ColumnKind.Numeric, "", "MODEL1012", "\"nullable\": true")]
    public void A_value_that_does_not_fit_is_refused_at_its_place(ColumnKind kind, string text, string code, string part)
    {
        using CsvText csv = new($"y,x\n1,{Valid(kind)}\n2,{text}\n");
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => csv.Read(CsvText.Contract(CsvText.Column("x", kind), CsvText.Label())));
        Assert.Equal((code, new SourceLocation(csv.File.Path, 3, 3)), (exception.Diagnostic.Code, exception.Location));
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_classes_of_a_boolean_label_may_be_written_in_any_way()
    {
        using CsvText csv = new("x,y\n1,yes\n2,No\n3,TRUE\n4,0\n");
        DataColumn label = csv.Read(CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), BinaryLabel)).Column("y");
        Assert.Equal([1, 0, 1, 0], label.Values);
        Assert.Equal([1, 0, 1, 0], Enumerable.Range(0, 4).Select(ClassLabels.Indices(label)));
    }

    [Theory]
    [InlineData(ColumnKind.Integer)]
    [InlineData(ColumnKind.Categorical)]
    public void Every_row_has_one_of_the_contracts_classes(ColumnKind kind)
    {
        using CsvText csv = new("x,y\n1,10\n2,2\n3,30\n");
        ContractColumn label = CsvText.Column("y", kind, ColumnRole.Label) with { Classes = new(["2", "10", "30"]) };
        DataTable table = csv.Read(CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), label));
        Assert.Equal([1, 0, 2], Enumerable.Range(0, 3).Select(ClassLabels.Indices(table.Column("y"))));
    }

    [Fact]
    public void An_unknown_class_names_the_command_that_adds_it()
    {
        using CsvText csv = new("x,y\n1,a\n2,c\n");
        ContractColumn label = CsvText.Column("y", ColumnKind.Categorical, ColumnRole.Label) with { Classes = new(["a", "b"]), Positive = "b" };
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => csv.Read(CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), label)));
        Assert.Equal(("MODEL1013", 3, 3), (exception.Diagnostic.Code, exception.Location.Line, exception.Location.Column));
        Assert.Contains("dotnet model contract update", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_outside_a_closed_set_is_refused()
    {
        using CsvText csv = new("x,y\nEU,1\nUS,2\n");
        ContractColumn closed = CsvText.Column("x", ColumnKind.Categorical) with { Closed = true, Categories = new(["EU", "UK"]) };
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => csv.Read(CsvText.Contract(closed, CsvText.Label())));
        Assert.Equal(("MODEL1014", 3, 1), (exception.Diagnostic.Code, exception.Location.Line, exception.Location.Column));
    }

    [Theory]
    [InlineData("-0.5")]
    [InlineData("")]
    public void A_weight_is_a_number_of_zero_or_more(string weight)
    {
        using CsvText csv = new($"x,w,y\n1,0,1\n1,{weight},1\n");
        ModelContract contract = CsvText.Contract(
            CsvText.Column("x", ColumnKind.Numeric), CsvText.Column("w", ColumnKind.Numeric, ColumnRole.Weight) with { Nullable = true }, CsvText.Label());
        Assert.Equal("MODEL1015", Assert.Throws<ModelBuildException>(() => csv.Read(contract)).Diagnostic.Code);
    }

    [Fact]
    public void Rows_without_a_label_are_left_out_and_counted()
    {
        using CsvText csv = new("x,y\n1,1\nbad,NA\n3,3\n4,\n");
        RecordingLog log = new();
        DataTable table = csv.Read(CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), CsvText.Label()), log);
        Assert.Equal([1, 3], table.Column("x").Values);
        (_, string text, SourceLocation location) = Assert.Single(log.Reports, report => report.Diagnostic.Code == "MODEL1016");
        Assert.Contains("2 rows of 4", text, StringComparison.Ordinal);
        Assert.Equal(csv.File.DeclaredAt, location);
    }

    [Fact]
    public void Data_without_any_label_or_row_or_column_is_refused()
    {
        ModelContract contract = CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), CsvText.Label());
        Assert.Equal("MODEL1017", Code("x,y\n1,\n2,NA\n"));
        Assert.Equal("MODEL1004", Code("x,y\n"));
        Assert.Equal("MODEL1010", Code("z,y\n1,2\n"));

        string Code(string text)
        {
            using CsvText csv = new(text);
            return Assert.Throws<ModelBuildException>(() => csv.Read(contract)).Diagnostic.Code;
        }
    }

    [Fact]
    public void An_extra_column_is_a_notice()
    {
        using CsvText csv = new("x,extra,y\n1,a,2\n");
        RecordingLog log = new();
        csv.Read(CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), CsvText.Label()), log);
        Assert.Contains("\"extra\"", Assert.Single(log.Messages), StringComparison.Ordinal);
        Assert.Empty(log.Reports);
    }

    [Fact]
    public void Files_are_appended_by_column_name()
    {
        using CsvText first = new("x,c,y\n1,a,10\n");
        using CsvText second = new("y;c;x\n20;b;2\n30;a;3\n");
        ModelContract contract = CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), CsvText.Column("c", ColumnKind.Categorical), CsvText.Label());
        DataTable table = new CsvDataSource().Read([first.File, second.File], contract, 1, new RecordingLog(), CancellationToken.None);
        Assert.Equal([1, 2, 3], table.Column("x").Values);
        Assert.Equal([10, 20, 30], table.Column("y").Values);
        Assert.Equal([0, 1, 0], table.Column("c").Values);
    }

    [Fact]
    public void Reading_says_how_far_it_is_and_stops_when_asked()
    {
        using CsvText csv = new("x,y\n" + string.Concat(Enumerable.Repeat("1,2\n", 20_000)));
        ModelContract contract = CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), CsvText.Label());
        RecordingLog log = new();
        csv.Read(contract, log);
        Assert.Equal(["16 384 rows read"], log.ProgressLines);
        Assert.Throws<OperationCanceledException>(() => new CsvDataSource().Read([csv.File], contract, 1, log, new CancellationToken(canceled: true)));
    }

    private static string Valid(ColumnKind kind) => kind switch { ColumnKind.Date => "2020-01-01", ColumnKind.Boolean => "true", _ => "1" };
}
