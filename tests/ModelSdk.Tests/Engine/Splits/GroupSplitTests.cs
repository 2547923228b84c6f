using System.Buffers.Binary;
using System.Security.Cryptography;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Splits;

namespace ModelSdk.Tests.Engine.Splits;

public sealed class GroupSplitTests
{
    private static readonly SourceLocation Here = new("Model.csproj", 4, 5);

    [Fact]
    public void No_group_straddles_and_about_the_fraction_of_groups_judges()
    {
        DataTable table = SplitTable.Of(ColumnRole.Group, ColumnKind.Integer, [.. Enumerable.Range(0, 4000).Select(row => (double)(row % 1000))]);
        RowSplit split = GroupSplit.Split(table, SplitTable.Contract(table), 1, 0.2, Here);
        int[] judged = [.. split.Test.Select(row => row % 1000).Distinct()];
        Assert.Empty(judged.Intersect(split.Training.Select(row => row % 1000)));
        Assert.InRange(judged.Length, 150, 250);
    }

    [Fact]
    public void The_hash_of_a_group_is_the_documented_one()
    {
        DataTable table = SplitTable.Of(ColumnRole.Group, ColumnKind.Categorical, [0], ["ab"]);
        byte[] bytes = [7, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, (byte)'a', (byte)'b'];
        Assert.Equal(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(bytes)), RowGroups.Hashes(table, 7, Here)[0]);
    }

    [Fact]
    public void Without_a_group_column_the_message_says_what_to_set()
    {
        DataTable table = SplitTable.Of(ColumnRole.Feature, ColumnKind.Numeric, [1, 2]);
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => GroupSplit.Split(table, SplitTable.Contract(table), 1, 0.5, Here));
        Assert.Equal((SplitDiagnostics.MissingRole, Here), (exception.Diagnostic, exception.Location));
    }

    [Fact]
    public void A_row_without_a_group_is_refused()
    {
        DataTable table = SplitTable.Of(ColumnRole.Group, ColumnKind.Integer, [1, double.NaN]);
        Assert.Equal(DataDiagnostics.InvalidSplitColumn, Assert.Throws<ModelBuildException>(() => RowGroups.Hashes(table, 1, Here)).Diagnostic);
    }
}
