using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.LightGbm;

/// <summary>Reads data sets whose columns speak for themselves: numbers where every value is one, else categories; an empty field is missing.</summary>
internal static class CsvTable
{
    public static TestTable Read(IReadOnlyList<string> files, ModelTask task, string label, string[] ignored, string[] categorical)
    {
        string[][] rows = [.. files.SelectMany((file, index) => Rows(file).Skip(index > 0 ? 1 : 0))];
        TestTable table = new(task);
        for (int column = 0; column < rows[0].Length; column++)
        {
            string name = rows[0][column];
            if (name != label && !ignored.Contains(name))
            {
                Add(table, name, [.. rows.Skip(1).Select(row => row[column])], categorical.Contains(name));
            }
        }

        int target = Array.IndexOf(rows[0], label);
        return Label(table, label, task, [.. rows.Skip(1).Select(row => row[target])]);
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(file).Select(line => Fields(line).ToArray());

    // RFC 4180 without line breaks in fields: a quoted field is what lies between an odd number of quotes.
    private static IEnumerable<string> Fields(string line)
    {
        int start = 0;
        bool quoted = false;
        for (int place = 0; place <= line.Length; place++)
        {
            quoted ^= place < line.Length && line[place] == '"';
            if (place == line.Length || (line[place] == ',' && !quoted))
            {
                yield return line[start..place].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal);
                start = place + 1;
            }
        }
    }

    private static void Add(TestTable table, string name, string[] values, bool categorical)
    {
        bool numeric = !categorical && values.All(value => value.Length == 0 || double.TryParse(value, CultureInfo.InvariantCulture, out _));
        _ = numeric
            ? table.Number(name, values.Select(value => value.Length == 0 ? double.NaN : double.Parse(value, CultureInfo.InvariantCulture)))
            : table.Category(name, values.Select(value => value.Length == 0 ? null : value));
    }

    private static TestTable Label(TestTable table, string name, ModelTask task, string[] values) => task == ModelTask.Regression
        ? table.Number(name, values.Select(value => double.Parse(value, CultureInfo.InvariantCulture)), ColumnRole.Label)
        : table.Classes(name, values, [.. values.Distinct().Order(StringComparer.Ordinal)]);
}
