namespace ModelSdk.Contracts.Json;

/// <summary>A text is not JSON.</summary>
public sealed class JsonFormatException : FormatException
{
    /// <summary>Creates the exception without a place.</summary>
    public JsonFormatException()
    {
    }

    /// <summary>Creates the exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    public JsonFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public JsonFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="position">Where.</param>
    public JsonFormatException(string message, TextPosition position)
        : base(message) => this.Position = position;

    /// <summary>Where the text stops being JSON.</summary>
    public TextPosition Position { get; }
}
