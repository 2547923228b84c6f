using System.Runtime.InteropServices;
using System.Text;

namespace ModelSdk.LightGbm.Native;

/// <summary>A model that LightGBM grows.</summary>
internal sealed class Booster : SafeHandle
{
    private Booster(nint handle)
        : base(0, ownsHandle: true) => this.SetHandle(handle);

    /// <inheritdoc/>
    public override bool IsInvalid => this.handle == 0;

    /// <summary>Makes a model without trees.</summary>
    /// <param name="training">The rows to fit; must outlive the model.</param>
    /// <param name="parameters">LightGBM's parameters.</param>
    public static Booster Create(Dataset training, string parameters)
    {
        NativeStatus.Require(NativeMethods.BoosterCreate(training, parameters, out nint handle));
        return new Booster(handle);
    }

    /// <summary>Adds the rows to validate on.</summary>
    /// <param name="rows">The rows, binned as those to fit; must outlive the model.</param>
    public void Validate(Dataset rows) => NativeStatus.Require(NativeMethods.BoosterAddValidData(this, rows));

    /// <summary>Fits the trees of one iteration.</summary>
    /// <returns>Whether a tree found a split.</returns>
    public bool Grow()
    {
        NativeStatus.Require(NativeMethods.BoosterUpdateOneIter(this, out int finished));
        return finished == 0;
    }

    /// <summary>
    /// Measures the objective. On one thread: on several, LightGBM adds their sums in the order in which they end, and the last bits, by which early
    /// stopping may decide, would differ from run to run.
    /// </summary>
    /// <param name="onValidation">On the rows that validate, instead of those that are fitted.</param>
    public unsafe double Measure(bool onValidation)
    {
        double value;
        NativeStatus.Require(NativeMethods.SetMaxThreads(1));
        int status = NativeMethods.BoosterGetEval(this, onValidation ? 1 : 0, out _, &value);
        NativeStatus.Require(NativeMethods.SetMaxThreads(-1));
        NativeStatus.Require(status);
        return value;
    }

    /// <summary>The model in LightGBM's text form.</summary>
    /// <param name="iterations">How many iterations of it; 0 for all.</param>
    public unsafe string ToText(int iterations)
    {
        NativeStatus.Require(NativeMethods.BoosterSaveModelToString(this, 0, iterations, 0, 0, out long length, null));
        byte[] text = new byte[length];
        fixed (byte* address = text)
        {
            NativeStatus.Require(NativeMethods.BoosterSaveModelToString(this, 0, iterations, 0, length, out _, address));
        }

        return Encoding.UTF8.GetString(text.AsSpan(0, text.Length - 1));
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => NativeMethods.BoosterFree(this.handle) == 0;
}
