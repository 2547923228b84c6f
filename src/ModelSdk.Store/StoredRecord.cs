using ModelSdk.Contracts.Versions;

namespace ModelSdk.Store;

/// <summary>Reads records that belong where they lie: whoever copies one into another folder changes nothing there.</summary>
internal static class StoredRecord
{
    /// <summary>Reads a committed version of a model.</summary>
    /// <exception cref="FormatException">The text is no version record, one that was not committed, or of another model.</exception>
    public static VersionRecord Version(string text, string model)
    {
        VersionRecord record = VersionRecord.Read(text);
        RequireModel(record.Name, model);
        _ = VersionEntry.Of("", record);
        return record;
    }

    /// <summary>Reads an event of an environment.</summary>
    /// <exception cref="FormatException">The text is no event, or one of another model or environment.</exception>
    public static EnvironmentEvent Event(string text, string model, string environment)
    {
        EnvironmentEvent happened = EnvironmentEvent.Read(text);
        RequireModel(happened.Model, model);
        return happened.Environment == environment
            ? happened
            : throw new FormatException($"It belongs to the environment {StoreNames.Shown(happened.Environment)}, not of {environment}.");
    }

    /// <summary>Reads a retirement of a model's version.</summary>
    /// <exception cref="FormatException">The text is no retirement, or one of another model.</exception>
    public static Retirement Retirement(string text, string model)
    {
        Retirement retirement = Contracts.Versions.Retirement.Read(text);
        RequireModel(retirement.Model, model);
        return retirement;
    }

    private static void RequireModel(string found, string model)
    {
        if (found != model)
        {
            throw new FormatException($"It belongs to the model {StoreNames.Shown(found)}, not of {model}.");
        }
    }
}
