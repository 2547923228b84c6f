using ModelSdk.Engine.Gates;

namespace ModelSdk.Engine.Comparison;

/// <summary>Compares two versions of a model.</summary>
public static class VersionComparer
{
    /// <summary>Finds every difference that what is at hand of the versions shows.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    public static VersionDifference Compare(ComparedVersion before, ComparedVersion after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<string> notes = before.RescoredNote is { } note ? [note + "."] : [];
        bool sameModel = before.Record.ModelDigest == after.Record.ModelDigest;
        return new VersionDifference(after.Record.Name, before.Name, after.Name)
        {
            SameModel = sameModel,
            Basis = MetricComparison.Basis(before, after),
            Metrics = MetricComparison.Compare(before, after, notes),
            Contract = ModelComparison.Contract(before, after, notes),
            Options = OptionComparison.Compare(before.Record, after.Record),
            Gates = GateComparison.Compare(before.Record.Gates, after.Record.Gates),
            Data = DataComparison.Compare(before, after, notes),
            Coefficients = sameModel ? [] : ModelComparison.Coefficients(before, after, notes),
            Notes = notes,
        };
    }
}
