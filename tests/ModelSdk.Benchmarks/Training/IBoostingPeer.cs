using ModelSdk.Engine.Features;

namespace ModelSdk.Benchmarks.Training;

/// <summary>Something that trains boosted trees.</summary>
internal interface IBoostingPeer : IDisposable
{
    /// <summary>The name in the table.</summary>
    string Name { get; }

    /// <summary>Bins the numbers and grows the trees: what is timed.</summary>
    void Train();

    /// <summary>The trained model's margins.</summary>
    /// <param name="design">Rows in native form.</param>
    double[] Margins(DesignMatrix design);
}
