using ModelSdk.Contracts.Versions;

namespace ModelSdk.Engine.Comparison;

/// <summary>Compares options, the trainer and the SDK's version among them.</summary>
internal static class OptionComparison
{
    /// <summary>The options that differ, in the later version's order.</summary>
    public static IReadOnlyList<OptionDifference> Compare(VersionRecord before, VersionRecord after)
    {
        Dictionary<string, string> earlier = Options(before);
        Dictionary<string, string> later = Options(after);
        return
        [
            .. later.Keys.Union(earlier.Keys)
                .Select(name => new OptionDifference(name, earlier.GetValueOrDefault(name), later.GetValueOrDefault(name)))
                .Where(option => option.Before != option.After),
        ];
    }

    private static Dictionary<string, string> Options(VersionRecord record)
    {
        Dictionary<string, string> options = new(StringComparer.Ordinal);
        foreach ((string name, string value) in record.Options.Prepend(new("Trainer", record.Trainer)).Append(new("SdkVersion", record.SdkVersion)))
        {
            if (value.Length > 0)
            {
                options[name] = value;
            }
        }

        return options;
    }
}
