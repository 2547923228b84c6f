namespace ModelSdk.Engine.Features;

/// <summary>What is counted in a text.</summary>
internal enum TextUnit
{
    /// <summary>Words and neighbouring words.</summary>
    Words,

    /// <summary>Sequences of characters.</summary>
    Characters,
}
