using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Inference;
using ModelSdk.Tests.Engine.Data;

namespace ModelSdk.Tests.Engine.Inference;

public sealed class SplitSuggestionTests
{
    [Fact]
    public void An_identifier_that_repeats_beside_a_date_suggests_group_and_time()
    {
        string? suggestion = Infer("customer_id,when,y\n", row => $"{row % 10},2026-01-{(row % 28) + 1:00},{row}\n").Suggestion;
        Assert.Contains("\"customer_id\" has 10 different values in 60 rows", suggestion, StringComparison.Ordinal);
        Assert.Contains("ModelSplitBy Group", suggestion, StringComparison.Ordinal);
        Assert.Contains("ModelSplitBy Time", suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_date_or_without_repeats_nothing_is_suggested()
    {
        Assert.Null(Infer("customer_id,x,y\n", row => $"{row % 10},{row},{row}\n").Suggestion);
        Assert.Null(Infer("customer_id,when,y\n", row => $"{row},2026-01-{(row % 28) + 1:00},{row}\n").Suggestion);
    }

    private static InferredContract Infer(string header, Func<int, string> row)
    {
        using CsvText csv = new(header + string.Concat(Enumerable.Range(0, 60).Select(row)));
        return ContractInference.Infer([csv.File], [], new InferenceRequest(ModelTask.Regression, "y", null, "Test"), new RecordingLog(), CancellationToken.None);
    }
}
