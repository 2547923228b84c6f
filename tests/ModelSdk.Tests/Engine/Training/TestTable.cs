using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;

namespace ModelSdk.Tests.Engine.Training;

/// <summary>Builds small tables and their contracts by hand.</summary>
internal sealed class TestTable(ModelTask task)
{
    private readonly List<DataColumn> columns = [];

    public ModelContract Contract => new(task, new EquatableArray<ContractColumn>(this.columns.Select(column => column.Schema)));

    public DataTable Table => new(this.columns[0].Values.Length, this.columns, new string('0', 64), new ulong[this.columns[0].Values.Length]);

    public int[] AllRows => [.. Enumerable.Range(0, this.columns[0].Values.Length)];

    public TestTable Number(string name, IEnumerable<double> values, ColumnRole role = ColumnRole.Feature, ColumnKind kind = ColumnKind.Numeric) =>
        this.Add(new ContractColumn(name, PropertyNames.Clean(name), role, kind), [.. values], []);

    public TestTable Category(string name, IEnumerable<string?> values, params string[] closed)
    {
        ContractColumn schema = new(name, PropertyNames.Clean(name), ColumnRole.Feature, ColumnKind.Categorical)
        {
            Categories = new EquatableArray<string>(closed),
            Closed = closed.Length > 0,
        };
        return this.AddStrings(schema, values);
    }

    public TestTable Classes(string name, IEnumerable<string?> values, params string[] classes) => this.AddStrings(
        new ContractColumn(name, PropertyNames.Clean(name), ColumnRole.Label, ColumnKind.Categorical)
        {
            Classes = new EquatableArray<string>(classes),
            Positive = task == ModelTask.BinaryClassification ? classes[^1] : null,
        },
        values);

    private TestTable AddStrings(ContractColumn schema, IEnumerable<string?> values)
    {
        List<string> dictionary = [];
        double[] codes = [.. values.Select(value => value is null ? double.NaN : Code(dictionary, value))];
        return this.Add(schema, codes, dictionary);
    }

    private static double Code(List<string> dictionary, string value)
    {
        if (!dictionary.Contains(value))
        {
            dictionary.Add(value);
        }

        return dictionary.IndexOf(value);
    }

    private TestTable Add(ContractColumn schema, double[] values, IReadOnlyList<string> dictionary)
    {
        this.columns.Add(new DataColumn(schema, values, dictionary));
        return this;
    }
}
