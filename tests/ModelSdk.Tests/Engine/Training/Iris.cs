using System.Globalization;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Tests.Engine.Training;

/// <summary>The iris data and the folds of the scikit-learn reference.</summary>
internal static class Iris
{
    public static readonly string[] Species = ["setosa", "versicolor", "virginica"];
    private static readonly string[] Names = ["sepal_length", "sepal_width", "petal_length", "petal_width"];
    private static readonly string[][] Rows = Read("data.csv");

    public static int[] Folds { get; } = [.. Read("folds.csv").Select(row => int.Parse(row[1], CultureInfo.InvariantCulture))];

    public static TestTable Table()
    {
        TestTable table = new(ModelTask.MulticlassClassification);
        for (int column = 0; column < Names.Length; column++)
        {
            table.Number(Names[column], Rows.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture)));
        }

        return table.Classes("species", Rows.Select(row => row[4]), Species);
    }

    private static string[][] Read(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "TestData", "iris", file)).Skip(1).Select(line => line.Split(','))];
}
