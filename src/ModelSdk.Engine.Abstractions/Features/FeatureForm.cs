namespace ModelSdk.Engine.Features;

/// <summary>How features become the columns that a trainer works on.</summary>
public enum FeatureForm
{
    /// <summary>Numbers are scaled and filled, each category has an indicator column: for models that multiply and add.</summary>
    Indicators,

    /// <summary>
    /// As <see cref="Indicators"/>, but one level of each categorical feature has no column: the others are measured against it, and the design
    /// has full rank beside a constant.
    /// </summary>
    IndicatorsWithReference,

    /// <summary>One column a feature: numbers as they are, categories as codes, NaN where missing: for trees.</summary>
    Native,
}
