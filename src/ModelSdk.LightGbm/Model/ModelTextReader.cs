using System.Globalization;

namespace ModelSdk.LightGbm.Model;

/// <summary>
/// Reads LightGBM's model text, version 4 (<c>GBDT::SaveModelToString</c> in LightGBM's source), up to the end of the trees: what follows, importances
/// and parameters, has no part in scores. Refuses what it does not know, so that nothing is left out unseen.
/// </summary>
internal static class ModelTextReader
{
    private const string Version = "v4";
    private const string End = "end of trees";

    private static readonly string[] Header =
    [
        "version", "num_class", "num_tree_per_iteration", "label_index", "max_feature_idx", "objective", "feature_names", "monotone_constraints",
        "feature_infos", "tree_sizes",
    ];

    /// <summary>Reads a model.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ModelTextException">It is no such text.</exception>
    public static ModelText Read(string text)
    {
        TextLines lines = new(text);
        if (lines.Read() != "tree")
        {
            throw new ModelTextException("the first line is not \"tree\"");
        }

        TextFields header = lines.ReadFields(Header);
        if (header.Text("version") != Version)
        {
            throw header.Error("version", $"is not {Version}");
        }

        int features = header.Count("max_feature_idx") + 1;
        int together = header.Count("num_tree_per_iteration");
        TreeText[] trees = [.. ReadTrees(lines, features)];
        return together > 0 && trees.Length % together == 0
            ? new ModelText(header.Text("objective"), together, features, trees)
            : throw header.Error("num_tree_per_iteration", string.Create(CultureInfo.InvariantCulture, $"does not divide the number of trees, {trees.Length}"));
    }

    private static IEnumerable<TreeText> ReadTrees(TextLines lines, int features)
    {
        int count = 0;
        for (string line = lines.ReadFilled(); line != End; line = lines.ReadFilled())
        {
            string expected = string.Create(CultureInfo.InvariantCulture, $"Tree={count++}");
            yield return line == expected ? TreeTextReader.Read(lines, features) : throw new ModelTextException($"where \"{expected}\" was expected there is another line");
        }
    }
}
