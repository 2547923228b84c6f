using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;
using ModelSdk.Runtime.Features;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Features;

/// <summary>Feature items, and what comes out of them.</summary>
internal static class SettingsOf
{
    public static ProjectItem Feature(string include, params (string Name, string Value)[] settings) => Item(FeatureOptions.FeatureType, include, settings);

    public static ProjectItem Interaction(string include, string with) => Item(FeatureOptions.InteractionType, include, ("With", with));

    public static ProjectItem Item(string type, string include, params (string Name, string Value)[] metadata) => new(
        type, include, metadata.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase), new SourceLocation("M.csproj", 9, 5));

    public static ProjectFeatures Read(TestTable table, IEngineLog? log, params ProjectItem[] items) => FeatureItemReader.Read(items, table.Contract, log ?? new RecordingLog());

    public static IReadOnlyList<FeatureEncoding> Fit(TestTable table, FeatureForm form, params ProjectItem[] items) =>
        FeatureFitter.Fit(table.Table, table.AllRows, table.Contract, form, "", Read(table, null, items));

    /// <summary>The rows of the design.</summary>
    public static double[][] Encode(TestTable table, IReadOnlyList<FeatureEncoding> encodings)
    {
        FeatureEncoder encoder = new(encodings);
        SlotReader reader = new(table.Table, encodings);
        return [.. table.AllRows.Select(row =>
        {
            double[] slots = [.. Enumerable.Repeat(77.0, encoder.SlotCount)];
            double[] columns = new double[encoder.Width];
            reader.Read(row, slots);
            encoder.Encode(slots, columns);
            return columns;
        })];
    }
}
