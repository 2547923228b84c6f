using ModelSdk.Runtime;

namespace ModelSdk.Tests.Runtime;

internal readonly record struct FareInput(double? Tenure, string? Region);

internal readonly record struct FarePrediction(double Fare);

/// <summary>What the generator would write for <see cref="SampleModels.Fare"/>.</summary>
internal sealed class FarePredictor(LoadedModel source) : ModelPredictor<FareInput, FarePrediction>(source)
{
    protected override void Encode(in FareInput input, Span<double> slots)
    {
        slots[0] = SlotValue.Of(input.Tenure);
        slots[1] = this.Model.CategoryCode(1, input.Region);
    }

    protected override FarePrediction Decode(ReadOnlySpan<double> scores) => new(scores[0]);
}
