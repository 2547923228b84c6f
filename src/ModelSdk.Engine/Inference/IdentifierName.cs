namespace ModelSdk.Engine.Inference;

/// <summary>Recognises columns that identify something by their name.</summary>
internal static class IdentifierName
{
    /// <summary>Whether the name is <c>id</c>, or ends in it as a word of its own: <c>customer_id</c>, <c>Customer Id</c>, <c>customerId</c>.</summary>
    /// <param name="name">A column's name.</param>
    public static bool Is(string name) => name.Equals("id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("_id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(" id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("-id", StringComparison.OrdinalIgnoreCase)
        || (name.Length > 2 && name.EndsWith("Id", StringComparison.Ordinal) && char.IsLower(name[^3]));
}
