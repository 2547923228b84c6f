using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Splits;
using ModelSdk.Tests.Engine.Data;

namespace ModelSdk.Tests.Engine.Splits;

public sealed class HoldoutTests
{
    private static readonly ModelContract Contract = CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), CsvText.Column("z", ColumnKind.Text, ColumnRole.Ignore), CsvText.Label());
    private static readonly SourceLocation Here = new("Model.csproj", 4, 5);

    [Fact]
    public void The_holdout_has_about_the_fraction_of_the_rows_and_every_row_is_on_one_side()
    {
        using CsvText csv = new("x,z,y\n" + string.Concat(Enumerable.Range(0, 5000).Select(row => $"{row},a,1\n")));
        RowSplit split = HoldoutSplit.Split(csv.Read(Contract), Contract, 0.2, Here);
        Assert.InRange(split.Test.Length, 900, 1100);
        Assert.Equal(Enumerable.Range(0, 5000), split.Training.Concat(split.Test).Order());
    }

    [Fact]
    public void The_hash_is_the_documented_one()
    {
        using CsvText csv = new("y,x,z\n5,1.0,ab\n");
        byte[] bytes = [7, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, (byte)'1', (byte)'.', (byte)'0', 2, 0, 0, 0, (byte)'a', (byte)'b'];
        byte[] hash = System.Security.Cryptography.SHA256.HashData(bytes);
        Assert.Equal(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash), csv.Read(Contract, seed: 7).HoldoutHashes[0]);
    }

    [Fact]
    public void Equal_rows_stay_together_whatever_their_label()
    {
        using CsvText csv = new("x,z,y\n1,a,1\n1,a,2\n1,b,1\n");
        ulong[] hashes = csv.Read(Contract).HoldoutHashes;
        Assert.Equal(hashes[0], hashes[1]);
        Assert.NotEqual(hashes[0], hashes[2]);
    }

    [Fact]
    public void With_key_columns_only_they_decide()
    {
        ModelContract keyed = CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), CsvText.Column("z", ColumnKind.Categorical, ColumnRole.Key), CsvText.Label());
        using CsvText csv = new("x,z,y\n1,a,1\n2,a,2\n1,b,1\n");
        ulong[] hashes = csv.Read(keyed).HoldoutHashes;
        Assert.Equal(hashes[0], hashes[1]);
        Assert.NotEqual(hashes[0], hashes[2]);
    }

    [Fact]
    public void Another_seed_draws_another_holdout()
    {
        using CsvText csv = new("x,z,y\n1,a,1\n");
        Assert.NotEqual(csv.Read(Contract, seed: 1).HoldoutHashes, csv.Read(Contract, seed: 2).HoldoutHashes);
    }

    [Fact]
    public void Added_rows_and_columns_that_the_contract_does_not_know_move_no_row()
    {
        using CsvText before = new("x,z,y\n1,a,1\n2,b,2\n");
        using CsvText after = new("new,x,z,y\nq,3,c,3\nr,1,a,1\ns,2,b,2\n");
        Assert.Equal(before.Read(Contract).HoldoutHashes, after.Read(Contract).HoldoutHashes[1..]);
    }

    [Fact]
    public void A_fraction_of_zero_trains_on_every_row()
    {
        using CsvText csv = new("x,z,y\n1,a,1\n");
        RowSplit split = HoldoutSplit.Split(csv.Read(Contract), Contract, 0, Here);
        Assert.Equal([0], split.Training);
        Assert.Empty(split.Test);
    }

    [Fact]
    public void A_side_without_rows_is_refused_where_the_fraction_is_set()
    {
        using CsvText csv = new("x,z,y\n1,a,1\n");
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => HoldoutSplit.Split(csv.Read(Contract), Contract, 0.0001, Here));
        Assert.Equal(("MODEL1024", Here), (exception.Diagnostic.Code, exception.Location));
    }

    [Fact]
    public void A_class_without_test_rows_is_refused_and_named()
    {
        ContractColumn label = CsvText.Column("y", ColumnKind.Categorical, ColumnRole.Label) with { Classes = new(["common", "rare"]), Positive = "rare" };
        ModelContract contract = CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), label);
        using CsvText csv = new("x,y\n0,rare\n" + string.Concat(Enumerable.Range(1, 500).Select(row => $"{row},common\n")));
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => HoldoutSplit.Split(csv.Read(contract), contract, 0.2, Here));
        Assert.Equal("MODEL1024", exception.Diagnostic.Code);
        Assert.Contains("\"rare\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_predefined_split_follows_its_column()
    {
        using CsvText csv = new("x,part,y\n1,train,1\n2,TEST,2\n3,Train,3\n");
        RowSplit split = PredefinedSplit.Split(csv.Read(Predefined), Predefined, Here);
        Assert.Equal([0, 2], split.Training);
        Assert.Equal([1], split.Test);
    }

    [Theory]
    [InlineData("x,part,y\n1,train,1\n2,valid,2\n", "MODEL1025", "\"valid\"")]
    [InlineData("x,part,y\n1,train,1\n2,,2\n", "MODEL1025", "without a value")]
    [InlineData("x,part,y\n1,train,1\n2,train,2\n", "MODEL1024", "none became a test row")]
    public void A_split_column_holds_train_and_test_only(string text, string code, string part)
    {
        using CsvText csv = new(text);
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => PredefinedSplit.Split(csv.Read(Predefined), Predefined, Here));
        Assert.Equal(code, exception.Diagnostic.Code);
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_predefined_split_needs_a_column_with_the_role()
    {
        using CsvText csv = new("x,z,y\n1,a,1\n");
        Assert.Equal("MODEL1025", Assert.Throws<ModelBuildException>(() => PredefinedSplit.Split(csv.Read(Contract), Contract, Here)).Diagnostic.Code);
    }

    private static ModelContract Predefined { get; } = CsvText.Contract(
        CsvText.Column("x", ColumnKind.Numeric), CsvText.Column("part", ColumnKind.Categorical, ColumnRole.Split) with { Nullable = true }, CsvText.Label());
}
