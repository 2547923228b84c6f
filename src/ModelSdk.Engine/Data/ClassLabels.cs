using System.Globalization;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>Finds the class of a row's label.</summary>
public static class ClassLabels
{
    private const int NoRow = int.MinValue;
    private static readonly string[] TrueWords = ["true", "yes", "1", "t", "y"];

    /// <summary>The index of each value's class in the contract's list of classes.</summary>
    /// <param name="label">The label column of a classification.</param>
    /// <returns>A function of a row that gives the index, or −1 where the label is missing or no class of the contract.</returns>
    public static Func<int, int> Indices(DataColumn label)
    {
        Func<double, int> indexOf = IndexOf(label);
        double[] values = label.Values;
        return row => indexOf(values[row]);
    }

    /// <summary>The index in the contract's list of classes for a value of the label's column.</summary>
    /// <param name="label">The label column of a classification.</param>
    /// <returns>A function of a value of the column, −1 where it is missing or no class of the contract.</returns>
    public static Func<double, int> IndexOf(DataColumn label)
    {
        ContractColumn schema = label.Schema;
        Dictionary<double, int> indices = [];
        for (int index = 0; index < schema.Classes.Count; index++)
        {
            indices.TryAdd(Value(label, schema.Classes[index]), index);
        }

        return value => !double.IsNaN(value) && indices.TryGetValue(value, out int index) ? index : -1;
    }

    /// <summary>The labels of rows as evaluation takes them: the value for a regression, else the index of the class.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">Names label and classes.</param>
    /// <param name="rows">Which of the rows, from 0.</param>
    public static double[] Truth(DataTable table, ModelContract contract, int[] rows)
    {
        double[] values = table.Pick(contract.Label.Name, rows);
        if (contract.Task.PredictsNumber())
        {
            return values;
        }

        Func<double, int> indexOf = IndexOf(table.Column(contract.Label.Name));
        return Array.ConvertAll(values, value => (double)indexOf(value));
    }

    // What a row of this class holds in DataColumn.Values.
    private static double Value(DataColumn label, string name) => label.Schema.Kind switch
    {
        ColumnKind.Boolean => TrueWords.Contains(name, StringComparer.OrdinalIgnoreCase) ? 1 : 0,
        ColumnKind.Numeric or ColumnKind.Integer => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : NoRow,
        _ => Enumerable.Range(0, label.Dictionary.Count).FirstOrDefault(code => label.Dictionary[code] == name, NoRow),
    };
}
