using ModelSdk.Contracts.Digests;

namespace ModelSdk.Contracts.Models;

/// <summary>
/// A model as the public safetensors format holds it: a map of strings and named tensors. Writing is deterministic: equal content gives equal
/// bytes. Reading runs no code and checks every offset.
/// </summary>
/// <param name="metadata">The string map.</param>
/// <param name="tensors">The tensors; names are unique.</param>
public sealed class ModelFile(IReadOnlyDictionary<string, string> metadata, IReadOnlyList<ModelTensor> tensors)
{
    /// <summary>The string map; keys of ours begin with <c>modelsdk.</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata;

    /// <summary>The tensors in file order.</summary>
    public IReadOnlyList<ModelTensor> Tensors { get; } = tensors;

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The whole file; the model keeps a reference to it.</param>
    /// <exception cref="ModelFormatException">The bytes are not a safetensors file, or it is damaged.</exception>
    public static ModelFile Read(byte[] bytes) => SafetensorsReader.Read(bytes);

    /// <summary>The model digest: SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.</summary>
    /// <param name="bytes">The whole file.</param>
    public static string Digest(byte[] bytes) => Sha256Digest.Of(bytes);

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() => SafetensorsWriter.Write(this);

    /// <summary>The text behind a key.</summary>
    /// <param name="key">A metadata key.</param>
    /// <exception cref="ModelFormatException">The key is missing.</exception>
    public string Text(string key) =>
        this.Metadata.TryGetValue(key, out string? text) ? text : throw new ModelFormatException($"The model file has no \"{key}\".");

    /// <summary>The tensor of that name.</summary>
    /// <param name="name">A tensor's name.</param>
    /// <exception cref="ModelFormatException">There is none.</exception>
    public ModelTensor Tensor(string name) =>
        this.Tensors.FirstOrDefault(tensor => tensor.Name == name) ?? throw new ModelFormatException($"The model file has no tensor \"{name}\".");
}
