using System.Collections;

namespace ModelSdk.Contracts.Json;

/// <summary>Collects the members of a JSON object in order; made for collection initialisers.</summary>
public sealed class JsonObjectBuilder : IEnumerable<KeyValuePair<string, JsonValue>>
{
    private readonly List<KeyValuePair<string, JsonValue>> members = [];

    /// <summary>Adds a value; null is left out.</summary>
    public void Add(string name, JsonValue? value)
    {
        if (value is not null)
        {
            this.members.Add(new(name, value));
        }
    }

    /// <summary>Adds a string; null is left out.</summary>
    public void Add(string name, string? value) => this.Add(name, value is null ? null : JsonValue.Of(value));

    /// <summary>Adds a number; null is left out.</summary>
    public void Add(string name, double? value) => this.Add(name, value is null ? null : JsonValue.Of(value.Value));

    /// <summary>Adds a boolean; null is left out.</summary>
    public void Add(string name, bool? value) => this.Add(name, value is null ? null : JsonValue.Of(value.Value));

    /// <summary>Adds strings.</summary>
    public void Add(string name, IEnumerable<string> values) => this.Add(name, JsonValue.Of(values));

    /// <summary>The object.</summary>
    public JsonValue Build() => JsonValue.Of(this.members);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonValue>> GetEnumerator() => this.members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();
}
