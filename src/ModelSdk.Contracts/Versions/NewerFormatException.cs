namespace ModelSdk.Contracts.Versions;

/// <summary>A record was written in the format of a later release.</summary>
public sealed class NewerFormatException : FormatException
{
    /// <summary>Creates the exception without words.</summary>
    public NewerFormatException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which format was found and which one is read.</param>
    public NewerFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which format was found and which one is read.</param>
    /// <param name="innerException">The cause.</param>
    public NewerFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
