using System.Globalization;
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

    /// <summary>A category of its own for every row, without a search for each.</summary>
    public TestTable DistinctCategories(string name, int count) => this.Add(
        new ContractColumn(name, PropertyNames.Clean(name), ColumnRole.Feature, ColumnKind.Categorical),
        [.. Enumerable.Range(0, count).Select(row => (double)row)],
        [.. Enumerable.Range(0, count).Select(row => $"k{row}")]);

    public TestTable Text(string name, params string?[] values) =>
        this.AddStrings(new ContractColumn(name, PropertyNames.Clean(name), ColumnRole.Feature, ColumnKind.Text), values);

    public TestTable Date(string name, string reference, params string?[] values)
    {
        double[] days = [.. values.Select(value => value is null ? double.NaN : (DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - DateTimeOffset.UnixEpoch).TotalDays)];
        int day = ReferenceDay.TryParse(reference, out int parsed) ? parsed : throw new ArgumentException($"{reference} is no day.", nameof(reference));
        return this.Add(new ContractColumn(name, PropertyNames.Clean(name), ColumnRole.Feature, ColumnKind.Date) { Reference = day }, days, []);
    }

    public TestTable Classes(string name, IEnumerable<string?> values, params string[] classes) => this.AddStrings(
        new ContractColumn(name, PropertyNames.Clean(name), ColumnRole.Label, ColumnKind.Categorical)
        {
            Classes = new EquatableArray<string>(classes),
            Positive = task.HasTwoClasses() ? classes[^1] : null,
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
        this.columns.Add(new MemoryColumn(schema, values, dictionary));
        return this;
    }
}
