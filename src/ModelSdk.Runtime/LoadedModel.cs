using System.Reflection;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Models;
using ModelSdk.Runtime.Loading;

namespace ModelSdk.Runtime;

/// <summary>A model that fits a generated class, with what is known of it.</summary>
public sealed class LoadedModel
{
    internal LoadedModel(PredictionModel model, ModelInfo info)
    {
        this.Model = model;
        this.Info = info;
    }

    /// <summary>The model.</summary>
    public PredictionModel Model { get; }

    /// <summary>What is known of it.</summary>
    public ModelInfo Info { get; }

    /// <summary>
    /// Reads the resources <c>ModelSdk/&lt;name&gt;.safetensors</c> and <c>ModelSdk/&lt;name&gt;.version.json</c>, which the build embeds, and checks
    /// that the model is the one that the version record names.
    /// </summary>
    /// <param name="assembly">The model project's assembly.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="contract">The semantic part of the contract that the class was generated from.</param>
    /// <exception cref="ModelLoadException">A resource is missing, was altered, or does not fit the class.</exception>
    public static LoadedModel FromAssembly(Assembly assembly, string name, string contract)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return EmbeddedModel.Load(assembly.GetManifestResourceStream, assembly.GetName().Name ?? "", name, contract);
    }

    /// <summary>Reads a model file.</summary>
    /// <param name="path">A <c>.safetensors</c> file of the same contract.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="contract">The semantic part of the contract that the class was generated from.</param>
    /// <exception cref="ModelLoadException">The file cannot be read, is damaged, or does not fit the class.</exception>
    public static LoadedModel FromFile(string path, string name, string contract)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return FromBytes(File.ReadAllBytes(path), name, contract);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelLoadException($"The model file \"{path}\" cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Reads the bytes of a model file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="contract">The semantic part of the contract that the class was generated from.</param>
    /// <exception cref="ModelLoadException">The bytes are damaged, or do not fit the class.</exception>
    public static LoadedModel FromBytes(byte[] bytes, string name, string contract)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        PredictionModel model = Read(bytes, name, contract);
        return new LoadedModel(model, new ModelInfo(name, model.Task, Sha256Digest.Of(bytes)) { Trainer = model.Trainer });
    }

    internal static PredictionModel Read(byte[] bytes, string name, string contract)
    {
        try
        {
            PredictionModel model = PredictionModel.Load(bytes);
            ContractFit.Check(model.Contract, name, contract);
            return model;
        }
        catch (ModelFormatException exception)
        {
            throw new ModelLoadException($"The model {name} cannot be loaded: {exception.Message}", exception);
        }
    }
}
