using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;

namespace ModelSdk.Tasks.Engine;

/// <summary>One line that the engine wrote: a JSON object without nesting.</summary>
internal sealed class EngineLine
{
    private readonly Dictionary<string, string> _members;

    private EngineLine(Dictionary<string, string> members) => _members = members;

    public string Type => this["type"];

    public string this[string name] => _members.TryGetValue(name, out string? value) ? value : "";

    /// <summary>Gives null for a line that is not of the protocol, such as what a library printed.</summary>
    public static EngineLine? TryParse(string text)
    {
        if (text.Length == 0 || text[0] != '{')
        {
            return null;
        }

        try
        {
            return new EngineLine(Read(text));
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            return null;
        }
    }

    public int Number(string name) =>
        int.TryParse(this[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : 0;

    private static Dictionary<string, string> Read(string text)
    {
        Dictionary<string, string> members = new(StringComparer.Ordinal);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        using XmlDictionaryReader reader = JsonReaderWriterFactory.CreateJsonReader(bytes, XmlDictionaryReaderQuotas.Max);
        reader.ReadStartElement("root");
        while (reader.IsStartElement())
        {
            // A member whose name is no XML name carries it in the attribute "item".
            string name = reader.GetAttribute("item") ?? reader.LocalName;
            members[name] = reader.ReadElementContentAsString();
        }

        return members;
    }
}
