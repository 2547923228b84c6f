namespace ModelSdk.Contracts.Schema;

/// <summary>What a column is there for.</summary>
public enum ColumnRole
{
    /// <summary>An input of the model.</summary>
    Feature,

    /// <summary>What the model predicts; exactly one column.</summary>
    Label,

    /// <summary>Known, and not used.</summary>
    Ignore,

    /// <summary>Identifies the row; with key columns the holdout is drawn by them alone.</summary>
    Key,

    /// <summary>Rows of one group never straddle a split.</summary>
    Group,

    /// <summary>When the row was observed.</summary>
    Time,

    /// <summary>How much the row counts; a number ≥ 0.</summary>
    Weight,

    /// <summary>Metrics are also computed for each of its values.</summary>
    Slice,

    /// <summary>Holds <c>train</c> or <c>test</c>, for <c>ModelSplitBy=Predefined</c>.</summary>
    Split,
}
