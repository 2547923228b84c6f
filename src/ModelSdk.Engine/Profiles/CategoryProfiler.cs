using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Profiles;

/// <summary>Counts categories.</summary>
internal static class CategoryProfiler
{
    /// <summary>The least rows with which a category is listed that the contract does not name.</summary>
    internal const int LeastRows = 5;

    /// <summary>The greatest number of categories that are listed.</summary>
    internal const int MostCategories = 1000;

    private static readonly string[] Booleans = ["false", "true"];

    /// <summary>Adds the categories.</summary>
    /// <param name="column">What is known of the column.</param>
    /// <param name="data">Its values.</param>
    /// <param name="identifies">Whether the values identify somebody, so that none may be listed.</param>
    public static ColumnDistribution Fill(ColumnDistribution column, DataColumn data, bool identifies)
    {
        (IReadOnlyList<string> names, Func<double, int> indexOf) = Categories(data);
        int[] counts = Count(data.Values, names.Count, indexOf);
        int least = identifies ? int.MaxValue : NamedByContract(data.Schema) ? 1 : LeastRows;
        CategoryCount[] listed =
        [
            .. names.Select((name, index) => new CategoryCount(name, counts[index]))
                .Where(category => category.Count >= least)
                .OrderByDescending(category => category.Count)
                .ThenBy(category => category.Name, StringComparer.Ordinal)
                .Take(MostCategories),
        ];
        return column with
        {
            Distinct = counts.Count(count => count > 0),
            Categories = listed,
            OtherCount = column.Present - listed.Sum(category => category.Count),
        };
    }

    private static bool NamedByContract(ContractColumn schema) => schema.Closed || schema.Classes.Count > 0;

    private static (IReadOnlyList<string> Names, Func<double, int> IndexOf) Categories(DataColumn data) => data.Schema switch
    {
        { Classes.Count: > 0 } => (data.Schema.Classes, ClassLabels.IndexOf(data)),
        { Kind: ColumnKind.Boolean } => (Booleans, value => (int)value),
        _ => (data.Dictionary, value => (int)value),
    };

    private static int[] Count(double[] values, int categories, Func<double, int> indexOf)
    {
        int[] counts = new int[categories];
        foreach (double value in values)
        {
            if (!double.IsNaN(value) && indexOf(value) is >= 0 and int index)
            {
                counts[index]++;
            }
        }

        return counts;
    }
}
