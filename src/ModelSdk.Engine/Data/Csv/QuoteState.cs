namespace ModelSdk.Engine.Data;

/// <summary>Where in a record a scan stands, as far as quotes go.</summary>
internal enum QuoteState
{
    /// <summary>Before a field's first character, spaces aside.</summary>
    FieldStart,

    /// <summary>Inside an unquoted field.</summary>
    Plain,

    /// <summary>Inside quotes.</summary>
    Quoted,

    /// <summary>Behind a quote that closes, unless another one follows.</summary>
    Closed,
}
