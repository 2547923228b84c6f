using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Digests;

namespace ModelSdk.Store;

/// <summary>Models, evaluations and training records by the SHA-256 of their bytes: <c>objects/sha256/ab/cdef…</c>.</summary>
public sealed class ObjectStore
{
    private readonly StoreFolder folder;

    internal ObjectStore(StoreFolder folder) => this.folder = folder;

    /// <summary>Whether the object's file is there; its content is not looked at.</summary>
    /// <param name="digest">64 lower-case hexadecimal digits.</param>
    public bool Has(string digest) => File.Exists(this.PathOf(digest));

    /// <summary>Where an object is or would be.</summary>
    /// <param name="digest">64 lower-case hexadecimal digits.</param>
    /// <exception cref="StoreException">That is no digest.</exception>
    public string PathOf(string digest) => VersionId.IsComplete(digest)
        ? this.folder.At(StorePlaces.ObjectsName, StorePlaces.Sha256Name, digest[..2], digest[2..])
        : throw new StoreException(StoreDiagnostics.DamagedRecord, $"{StoreNames.Shown(digest)} is not the SHA-256 of an object.");

    /// <summary>Reads an object and proves its digest.</summary>
    /// <param name="digest">64 lower-case hexadecimal digits.</param>
    /// <param name="what">What it is, for messages: <c>the model of version 1.2.0</c>.</param>
    /// <exception cref="StoreException">It is missing, a pointer of Git LFS, or altered.</exception>
    public byte[] Read(string digest, string what)
    {
        string path = this.PathOf(digest);
        byte[] bytes = this.folder.Read(path) ?? throw new StoreException(
            StoreDiagnostics.MissingObject,
            $"{Capital(what)} is not in the store. {RecordFile.HowToRestore(path)}",
            path);
        string found = Sha256Digest.Of(bytes);
        if (found == digest)
        {
            return bytes;
        }

        throw bytes.AsSpan().StartsWith("version https://git-lfs.github.com/spec/"u8)
            ? new StoreException(StoreDiagnostics.MissingObject, $"{Capital(what)} is a pointer of Git LFS, not the file: run `git lfs pull`.", path)
            : new StoreException(
                StoreDiagnostics.DamagedObject,
                $"{Capital(what)} is damaged: its SHA-256 is {found[..12]}…, not its name. {RecordFile.HowToRestore(path)}",
                path);
    }

    /// <summary>Stores an object, unless it is there.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <returns>Its digest.</returns>
    internal string Write(byte[] bytes)
    {
        string digest = Sha256Digest.Of(bytes);
        this.folder.Write(this.PathOf(digest), bytes);
        return digest;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
