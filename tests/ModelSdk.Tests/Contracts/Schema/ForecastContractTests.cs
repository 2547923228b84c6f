using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Tests.Contracts.Schema;

public sealed class ForecastContractTests
{
    private static readonly ContractColumn Time = new("when", "When", ColumnRole.Time, ColumnKind.Date);
    private static readonly ContractColumn Store = new("store", "Store", ColumnRole.Group, ColumnKind.Categorical);
    private static readonly ContractColumn Label = new("sales", "Sales", ColumnRole.Label, ColumnKind.Numeric);

    [Fact]
    public void The_inputs_are_the_time_and_then_the_groups_in_contract_order()
    {
        ContractColumn product = Store with { Name = "product", Property = "Product", Kind = ColumnKind.Integer };
        ModelContract contract = Read(Store, Label, product, Time);
        Assert.Equal(["when", "store", "product"], contract.Features.Select(feature => feature.Name));
        Assert.Equal(["store"], (contract with { Task = ModelTask.Regression, Columns = new([Store with { Role = ColumnRole.Feature }, Label, Time]) }).Features.Select(feature => feature.Name));
    }

    [Fact]
    public void One_time_column_is_needed()
    {
        Assert.Contains("exactly one column with role \"time\"", Problem(Store, Label), StringComparison.Ordinal);
        Assert.Contains("2 columns have the role \"time\"", Problem(Time, Time with { Name = "b", Property = "B" }, Label), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ColumnRole.Feature, ColumnKind.Numeric, false, "a forecast has no features")]
    [InlineData(ColumnRole.Weight, ColumnKind.Numeric, false, "takes no weights")]
    [InlineData(ColumnRole.Group, ColumnKind.Numeric, false, "not \"numeric\"")]
    [InlineData(ColumnRole.Group, ColumnKind.Date, false, "not \"date\"")]
    [InlineData(ColumnRole.Group, ColumnKind.Categorical, true, "take \"nullable\" away")]
    public void Other_inputs_are_refused(ColumnRole role, ColumnKind kind, bool nullable, string expected) =>
        Assert.Contains(expected, Problem(Time, Label, new ContractColumn("x", "X", role, kind) { Nullable = nullable }), StringComparison.Ordinal);

    [Fact]
    public void A_time_is_a_date_or_a_number()
    {
        Assert.Contains("not \"categorical\"", Problem(Time with { Kind = ColumnKind.Categorical }, Label), StringComparison.Ordinal);
        Assert.Equal(ColumnKind.Numeric, Read(Time with { Kind = ColumnKind.Numeric }, Label).Features[0].Kind);
    }

    private static string Problem(params ContractColumn[] columns) => Assert.Throws<ContractException>(() => Read(columns)).Problems[0].Message;

    private static ModelContract Read(params ContractColumn[] columns) =>
        ContractReader.Read(ContractWriter.Write(new ModelContract(ModelTask.Forecasting, new EquatableArray<ContractColumn>(columns))));
}
