using System.Text;

namespace ModelSdk.Engine.Data;

/// <summary>The quoting rules of RFC 4180 §2, character by character, for what must be known before or besides parsing.</summary>
internal static class QuoteScan
{
    /// <summary>The state behind a character.</summary>
    public static QuoteState Next(QuoteState state, int character, int delimiter) => (state, character) switch
    {
        (QuoteState.Quoted, '"') => QuoteState.Closed,
        (QuoteState.Quoted, _) => QuoteState.Quoted,
        _ when character == delimiter => QuoteState.FieldStart,
        (QuoteState.FieldStart or QuoteState.Closed, '"') => QuoteState.Quoted,
        (QuoteState.FieldStart, ' ') => QuoteState.FieldStart,
        _ => QuoteState.Plain,
    };

    /// <summary>How many bytes a record goes on from the quote that is never closed.</summary>
    /// <param name="record">A record whose last field is quoted and not closed.</param>
    /// <param name="delimiter">The delimiter.</param>
    public static int BytesFromOpenQuote(string record, char delimiter)
    {
        QuoteState state = QuoteState.FieldStart;
        int opened = 0;
        for (int index = 0; index < record.Length; index++)
        {
            QuoteState next = Next(state, record[index], delimiter);
            opened = next == QuoteState.Quoted && state == QuoteState.FieldStart ? index : opened;
            state = next;
        }

        return Encoding.UTF8.GetByteCount(record.AsSpan(opened));
    }
}
