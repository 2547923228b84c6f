using ModelSdk.Contracts.Json;
using ModelSdk.Store;
using ModelSdk.Store.Verification;

namespace ModelSdk.Cli.Output;

/// <summary>What verifying a store found, as JSON for programs.</summary>
internal static class StoreReportJson
{
    public static JsonValue Write(ModelStore store, StoreReport report) => new JsonObjectBuilder
    {
        { "store", store.Root },
        { "isClean", report.IsClean },
        { "models", report.Models },
        { "versions", report.Versions },
        { "events", report.Events },
        { "retirements", report.Retirements },
        { "objects", report.Objects },
        { "unreferencedObjects", report.UnreferencedObjects },
        { "bytesHashed", report.BytesHashed },
        { "findings", JsonValue.Of(report.Findings.Select(Write)) },
    }.Build();

    private static JsonValue Write(StoreFinding finding) => new JsonObjectBuilder
    {
        { "code", finding.Diagnostic.Code },
        { "severity", finding.Diagnostic.Severity.ToString().ToLowerInvariant() },
        { "file", finding.File },
        { "text", finding.Message },
    }.Build();
}
