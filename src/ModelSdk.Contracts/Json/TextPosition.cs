namespace ModelSdk.Contracts.Json;

/// <summary>A place in a text file.</summary>
/// <param name="Line">Line, from 1; 0 where unknown.</param>
/// <param name="Column">UTF-16 column, from 1; 0 where unknown.</param>
public readonly record struct TextPosition(int Line, int Column);
