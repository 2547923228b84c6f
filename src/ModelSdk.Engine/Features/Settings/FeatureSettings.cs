using ModelSdk.Contracts.Models;

namespace ModelSdk.Engine.Features;

/// <summary>How one feature is to be prepared.</summary>
public sealed record FeatureSettings
{
    /// <summary>What happens to a number before it is scaled (nothing).</summary>
    public FeatureTransform Transform { get; init; }

    /// <summary>How numbers are scaled (standardised).</summary>
    public FeatureScale Scale { get; init; }

    /// <summary>What stands in for a missing number or date (the mean).</summary>
    public FeatureImpute Impute { get; init; }

    /// <summary>The value of <see cref="FeatureImpute.Constant"/>: the number, 1 or 0, or days since 1970-01-01; null where none is set.</summary>
    public double? ImputeValue { get; init; }

    /// <summary>Whether an indicator column tells missing values, where the training rows have any (true).</summary>
    public bool MissingIndicator { get; init; } = true;

    /// <summary>Whether the prediction may only rise with the feature (1), only fall (−1), or both (0).</summary>
    public int Monotone { get; init; }

    /// <summary>The parts of a date that get columns; null for those that the training rows call for.</summary>
    public IReadOnlyList<DatePart>? DateParts { get; init; }

    /// <summary>Whether the words of a text are counted (true).</summary>
    public bool Words { get; init; } = true;

    /// <summary>Whether sequences of characters of a text are counted (false).</summary>
    public bool Characters { get; init; }

    /// <summary>How many buckets a text is counted in, 1 to 4096 (256).</summary>
    public int TextBuckets { get; init; } = 256;

    /// <summary>Up to how many neighbouring words are counted together, 1 or 2 (1).</summary>
    public int WordNgrams { get; init; } = 1;

    /// <summary>The lengths of sequences of characters, each 1 to 8 (3 to 5).</summary>
    public (int Shortest, int Longest) CharacterNgrams { get; init; } = (3, 5);
}
