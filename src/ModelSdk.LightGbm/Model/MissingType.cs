namespace ModelSdk.LightGbm.Model;

/// <summary>Which values a numeric split takes for missing.</summary>
internal enum MissingType
{
    /// <summary>None; NaN counts as 0.</summary>
    None,

    /// <summary>0 and NaN.</summary>
    Zero,

    /// <summary>NaN.</summary>
    NaN,
}
