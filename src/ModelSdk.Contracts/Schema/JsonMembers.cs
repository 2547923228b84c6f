using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Schema;

/// <summary>Reads the members of one JSON object by name and type, and notes what does not fit.</summary>
internal sealed class JsonMembers
{
    private readonly JsonValue value;
    private readonly string what;
    private readonly ContractProblems problems;

    public JsonMembers(JsonValue value, string what, string[] known, ContractProblems problems)
    {
        this.value = value;
        this.what = what;
        this.problems = problems;
        if (value.Kind != JsonKind.Object)
        {
            problems.Add($"Expected {what} as an object {{…}}, not a {Name(value.Kind)}.", value.Position);
        }

        foreach (KeyValuePair<string, JsonValue> member in value.Members.Where(member => !known.Contains(member.Key)))
        {
            problems.Add($"\"{member.Key}\" is not a member of {what}; valid: {string.Join(", ", known)}.", member.Value.Position);
        }
    }

    public string? Text(string name, bool required = false) => this.Find(name, JsonKind.String, required)?.Text;

    public double? Number(string name) => this.Find(name, JsonKind.Number, false)?.Number;

    public bool Flag(string name) => this.Find(name, JsonKind.Boolean, false)?.Boolean ?? false;

    public IReadOnlyList<JsonValue> Array(string name, bool required = false) => this.Find(name, JsonKind.Array, required)?.Items ?? [];

    public int? Day(string name)
    {
        JsonValue? member = this.Find(name, JsonKind.String, false);
        if (member is null)
        {
            return null;
        }

        if (ReferenceDay.TryParse(member.Text, out int days))
        {
            return days;
        }

        this.problems.Add($"\"{name}\" is \"{member.Text}\"; expected a date such as 2024-01-31.", member.Position);
        return null;
    }

    public bool Choice(string name, string onlyChoice)
    {
        JsonValue? member = this.Find(name, JsonKind.String, false);
        if (member is not null && member.Text != onlyChoice)
        {
            this.problems.Add($"\"{name}\" is \"{member.Text}\"; valid: \"{onlyChoice}\", or leave it out.", member.Position);
        }

        return member?.Text == onlyChoice;
    }

    public EquatableArray<string> Strings(string name)
    {
        IReadOnlyList<JsonValue> items = this.Array(name);
        foreach (JsonValue item in items.Where(item => item.Kind != JsonKind.String))
        {
            this.problems.Add($"\"{name}\" holds a {Name(item.Kind)}; it is a list of strings.", item.Position);
        }

        return new EquatableArray<string>(items.Select(item => item.Text));
    }

    public T? Word<T>(string name, bool required, bool exact = false)
        where T : struct, Enum
    {
        JsonValue? member = this.Find(name, JsonKind.String, required);
        string[] words = [.. Enum.GetNames(typeof(T)).Select(word => exact ? word : word.ToLowerInvariant())];
        int index = member is null ? -1 : System.Array.IndexOf(words, member.Text);
        if (member is not null && index < 0)
        {
            this.problems.Add($"\"{name}\" is \"{member.Text}\"; valid: {string.Join(", ", words)}.", member.Position);
        }

        return member is not null && index >= 0 && Enum.TryParse(member.Text, ignoreCase: true, out T value) ? value : null;
    }

    private JsonValue? Find(string name, JsonKind kind, bool required)
    {
        JsonValue? member = this.value[name];
        if (member is null || member.Kind == JsonKind.Null)
        {
            if (required)
            {
                this.problems.Add($"\"{name}\" is missing in {this.what}.", this.value.Position);
            }

            return null;
        }

        if (member.Kind != kind)
        {
            this.problems.Add($"\"{name}\" is a {Name(member.Kind)}; expected a {Name(kind)}.", member.Position);
            return null;
        }

        return member;
    }

    private static string Name(JsonKind kind) => kind.ToString().ToLowerInvariant();
}
