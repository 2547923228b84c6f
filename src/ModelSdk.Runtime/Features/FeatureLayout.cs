using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Features;

/// <summary>Where every feature of a model stands: among the slots, the columns, the dense columns and the groups of indicators.</summary>
internal sealed class FeatureLayout
{
    private readonly List<int> denseColumns = [];

    /// <summary>Lays the features out.</summary>
    /// <param name="encodings">One for each feature, in slot order.</param>
    public FeatureLayout(IReadOnlyList<FeatureEncoding> encodings)
    {
        int textSlot = encodings.Count;
        List<FeaturePlace> places = [];
        foreach (FeatureEncoding encoding in encodings)
        {
            FeaturePlace place = new(encoding, places.Count, textSlot, this.Width, this.denseColumns.Count, HasGroup(encoding) ? this.GroupCount++ : -1);
            places.Add(place);
            this.denseColumns.AddRange(Enumerable.Range(place.Column, encoding.NumberWidth));
            this.denseColumns.AddRange(Enumerable.Range(place.LastIndicator + 1, encoding.Interactions.Sum(interaction => interaction.Width)));
            this.Width += encoding.Width;
            textSlot += encoding.Text?.Buckets ?? 0;
        }

        this.Places = places;
        this.SlotCount = textSlot;
    }

    /// <summary>The features, in slot order.</summary>
    public IReadOnlyList<FeaturePlace> Places { get; }

    /// <summary>How many slots a row has.</summary>
    public int SlotCount { get; }

    /// <summary>How many columns the design matrix has.</summary>
    public int Width { get; private set; }

    /// <summary>How many groups of indicators there are.</summary>
    public int GroupCount { get; private set; }

    /// <summary>The columns that hold a number in every row, ascending.</summary>
    public IReadOnlyList<int> DenseColumns => this.denseColumns;

    /// <summary>The feature of that name.</summary>
    /// <exception cref="ModelFormatException">There is none.</exception>
    public FeaturePlace Find(string column) => this.Places.FirstOrDefault(place => place.Encoding.Column == column)
        ?? throw new ModelFormatException($"A product names the feature \"{column}\", which the model does not have.");

    private static bool HasGroup(FeatureEncoding encoding) => !encoding.Native && (encoding.IsCategorical || encoding.MissingIndicator);
}
