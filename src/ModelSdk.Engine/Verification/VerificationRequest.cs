using System.Text.Json;

namespace ModelSdk.Engine.Verification;

/// <summary>Which assembly to verify, and where it finds what it references.</summary>
/// <param name="Assembly">The compiled model project in <c>obj</c>.</param>
/// <param name="References">Every file that it may load at run time, the resolved Runtime among them.</param>
/// <param name="Stamp">The file to write when the verification succeeded.</param>
public sealed record VerificationRequest(string Assembly, IReadOnlyList<string> References, string Stamp)
{
    /// <summary>Reads the request file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="InvalidDataException">It is not a request file.</exception>
    public static VerificationRequest Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            return new VerificationRequest(
                root.GetProperty("assembly").GetString()!,
                [.. root.GetProperty("references").EnumerateArray().Select(reference => reference.GetString()!)],
                root.GetProperty("stamp").GetString()!);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is not a verification request: {exception.Message}", exception);
        }
    }
}
