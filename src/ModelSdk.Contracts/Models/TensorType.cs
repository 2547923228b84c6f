namespace ModelSdk.Contracts.Models;

/// <summary>The element types of tensors that models use, named as safetensors names them.</summary>
public enum TensorType
{
    /// <summary>64-bit float, little endian.</summary>
    F64,

    /// <summary>32-bit float, little endian.</summary>
    F32,

    /// <summary>64-bit signed integer, little endian.</summary>
    I64,

    /// <summary>32-bit signed integer, little endian.</summary>
    I32,

    /// <summary>Unsigned byte.</summary>
    U8,
}
