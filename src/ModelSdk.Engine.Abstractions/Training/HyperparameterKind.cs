namespace ModelSdk.Engine.Training;

/// <summary>What the value of a hyperparameter is.</summary>
public enum HyperparameterKind
{
    /// <summary>A finite number, <c>0.05</c>.</summary>
    Number,

    /// <summary>A whole number, <c>100</c>.</summary>
    WholeNumber,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>One of a list of words.</summary>
    Choice,

    /// <summary>Text that the trainer reads, <c>64,32</c>.</summary>
    Text,
}
