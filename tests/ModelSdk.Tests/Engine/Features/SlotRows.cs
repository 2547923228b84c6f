using ModelSdk.Engine.Features;

namespace ModelSdk.Tests.Engine.Features;

/// <summary>Reads single rows.</summary>
internal static class SlotRows
{
    public static void Read(this SlotReader reader, int row, double[] slots)
    {
        SlotBlock block = new(reader, 1);
        block.Load([row]);
        block.Read(0, slots);
    }
}
