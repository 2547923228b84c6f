using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;

namespace ModelSdk.Tasks.Options;

/// <summary>Writes JSON with what .NET Standard has, so that the task needs no package.</summary>
internal sealed class JsonObjectWriter : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly XmlDictionaryWriter _writer;

    public JsonObjectWriter()
    {
        _writer = JsonReaderWriterFactory.CreateJsonWriter(_stream, new UTF8Encoding(false), ownsStream: false, indent: true, indentChars: "  ");
        Begin("root", "object");
    }

    public void Text(string name, string value) => Value(name, "string", value);

    public void Number(string name, int value) => Value(name, "number", XmlConvert.ToString(value));

    public void Object(string name, Action content) => Nest(name, "object", content);

    /// <summary>Writes an array; its elements have no names.</summary>
    public void Array<T>(string name, IEnumerable<T> elements, Action<T> content) => Nest(name, "array", () =>
    {
        foreach (T element in elements)
        {
            content(element);
        }
    });

    public void Element(Action content) => Nest("item", "object", content);

    public void TextElement(string value) => Value("item", "string", value);

    public void Place(SourcePlace place)
    {
        Text("file", place.File);
        Number("line", place.Line);
        Number("column", place.Column);
    }

    public byte[] ToBytes()
    {
        _writer.WriteEndElement();
        _writer.Flush();
        return _stream.ToArray();
    }

    public void Dispose()
    {
        _writer.Close();
        _stream.Dispose();
    }

    private void Value(string name, string type, string value)
    {
        Begin(name, type);
        _writer.WriteString(value);
        _writer.WriteEndElement();
    }

    private void Nest(string name, string type, Action content)
    {
        Begin(name, type);
        content();
        _writer.WriteEndElement();
    }

    private void Begin(string name, string type)
    {
        if (IsXmlName(name))
        {
            _writer.WriteStartElement(name);
        }
        else
        {
            // How this writer takes a member whose name is no XML name.
            _writer.WriteStartElement("a", "item", "item");
            _writer.WriteAttributeString("item", name);
        }

        _writer.WriteAttributeString("type", type);
    }

    private static bool IsXmlName(string name) => XmlConvert.EncodeLocalName(name) == name;
}
