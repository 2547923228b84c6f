using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Versions;

/// <summary>The digest by which records name a contract.</summary>
public static class ContractDigest
{
    /// <summary>SHA-256 of the contract's semantic part.</summary>
    /// <param name="contract">The contract.</param>
    public static string Of(ModelContract contract) => Sha256Digest.Of(ContractWriter.WriteSemantics(contract));
}
