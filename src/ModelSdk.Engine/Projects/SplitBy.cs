namespace ModelSdk.Engine.Projects;

/// <summary>How rows are divided into training and test rows.</summary>
public enum SplitBy
{
    /// <summary>By a hash of the row.</summary>
    Row,

    /// <summary>By the column with the role <c>split</c>.</summary>
    Predefined,
}
