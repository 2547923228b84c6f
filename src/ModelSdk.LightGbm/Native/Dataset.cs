using System.Runtime.InteropServices;

namespace ModelSdk.LightGbm.Native;

/// <summary>Rows that LightGBM has binned.</summary>
internal sealed class Dataset : SafeHandle
{
    private Dataset(nint handle)
        : base(0, ownsHandle: true) => this.SetHandle(handle);

    /// <inheritdoc/>
    public override bool IsInvalid => this.handle == 0;

    /// <summary>Bins rows.</summary>
    /// <param name="rows">Their values.</param>
    /// <param name="parameters">LightGBM's parameters.</param>
    /// <param name="reference">The rows whose bins to use; null to find bins.</param>
    public static unsafe Dataset Create(RowBlocks rows, string parameters, Dataset? reference)
    {
        nint[] addresses = rows.Addresses;
        int[] rowMajor = [.. Enumerable.Repeat(1, addresses.Length)];
        nint handle;
        fixed (nint* data = addresses)
        fixed (int* counts = rows.Rows, orders = rowMajor)
        {
            NativeStatus.Require(NativeMethods.DatasetCreateFromMats(
                addresses.Length, data, NativeMethods.Double, counts, rows.Columns, orders, parameters, reference?.handle ?? 0, out handle));
        }

        GC.KeepAlive(rows);
        GC.KeepAlive(reference);
        return new Dataset(handle);
    }

    /// <summary>Sets what each row is to give and how much it counts.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="weights">The weights; null where all are 1.</param>
    public void SetTarget(float[] labels, float[]? weights)
    {
        this.SetField("label", labels);
        if (weights is not null)
        {
            this.SetField("weight", weights);
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => NativeMethods.DatasetFree(this.handle) == 0;

    private unsafe void SetField(string name, float[] values)
    {
        fixed (float* address = values)
        {
            NativeStatus.Require(NativeMethods.DatasetSetField(this, name, address, values.Length, NativeMethods.Single));
        }
    }
}
