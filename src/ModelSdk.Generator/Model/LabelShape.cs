namespace ModelSdk.Generator.Model;

/// <summary>How the prediction type shows the label.</summary>
internal enum LabelShape
{
    /// <summary>A double.</summary>
    Number,

    /// <summary>A bool, with the probability of the positive class.</summary>
    Truth,

    /// <summary>One of two classes by name, with <c>IsPositive</c> and the probability of the positive class.</summary>
    TwoClasses,

    /// <summary>One of several classes by name, with the probability of each.</summary>
    ManyClasses,
}
