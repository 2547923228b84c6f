namespace ModelSdk.Engine.Projects;

/// <summary>How rows are divided into training and test rows, or into folds.</summary>
public enum SplitBy
{
    /// <summary>By a hash of the row.</summary>
    Row,

    /// <summary>By a hash of the columns with the role <c>group</c>: no group straddles.</summary>
    Group,

    /// <summary>By the column with the role <c>time</c>: what judges is later than what trained.</summary>
    Time,

    /// <summary>By the column with the role <c>split</c>.</summary>
    Predefined,
}
