namespace ModelSdk.Generator.Model;

/// <summary>A contract as the build hands it over.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text.</param>
internal sealed record ContractFile(string Path, string Text);
