using System.Collections.Frozen;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime.Features;
using ModelSdk.Runtime.Kernels;
using ModelSdk.Runtime.Loading;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Runtime;

/// <summary>
/// A trained model, ready to score. A row goes in as <em>slots</em>, one double for each feature in contract order, then those of
/// texts (see <see cref="FeatureEncoding"/>), and comes out as scores. Immutable and thread-safe; equal rows give equal bits on every machine.
/// </summary>
public sealed class PredictionModel
{
    /// <summary>A number that changes whenever the kernels could give the same row and model other scores; an evaluation is redone when it does.</summary>
    public const int KernelRevision = 1;

    private const double LogarithmOfTwo = 0.6931471805599453;
    private readonly Kernel kernel;
    private readonly Link link;
    private readonly FrozenDictionary<string, int>?[] codes;
    private readonly TextSlots?[] texts;

    internal PredictionModel(ModelContract contract, IReadOnlyList<FeatureEncoding> features, Kernel kernel, Link link)
    {
        this.Contract = contract;
        this.Features = features;
        this.Classes = contract.Label.Classes;
        this.kernel = kernel;
        this.link = link;
        this.texts = TextSlots.Of(features);
        this.SlotCount = features.Count + features.Sum(feature => feature.Text?.Buckets ?? 0);
        this.ScoreCount = kernel.OutputCount;
        this.codes = [.. features.Select(Codes)];
    }

    /// <summary>What the model predicts.</summary>
    public ModelTask Task => this.Contract.Task;

    /// <summary>The name of the trainer that fitted the model.</summary>
    public string Trainer { get; internal init; } = "";

    /// <summary>The features with their fitted encodings, in slot order.</summary>
    public IReadOnlyList<FeatureEncoding> Features { get; }

    /// <summary>The label's classes in the contract's order; empty for a regression.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The number of slots of a row: one for each feature, then one for each bucket of each text.</summary>
    public int SlotCount { get; }

    /// <summary>The number of scores of a row: 1 for a regression and for two classes, else one for each class.</summary>
    public int ScoreCount { get; }

    /// <summary>
    /// The times, as slots in ascending order, that a forecast knows: for a date, days since 1970-01-01T00:00Z. Any other time gives NaN. Empty for
    /// other models.
    /// </summary>
    public IReadOnlyList<double> ForecastTimes => this.kernel is ForecastKernel forecast ? forecast.Times : [];

    /// <summary>
    /// The series that a forecast knows: for each the slots of the features after the time, none where there is one series only. Any other gives
    /// NaN. Empty for other models.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>> ForecastSeries => this.kernel is ForecastKernel forecast ? forecast.Series : [];

    /// <summary>For two classes, the least probability that counts as positive, from 0 to 1 (0.5 unless the file says otherwise).</summary>
    public double Threshold { get; internal init; } = 0.5;

    /// <summary>The semantic part of the contract that the model was trained on.</summary>
    internal ModelContract Contract { get; }

    /// <summary>Reads a model file.</summary>
    /// <param name="bytes">The whole file; not kept.</param>
    /// <exception cref="ModelFormatException">The bytes are not a model file of ours, or its parts do not fit each other.</exception>
    public static PredictionModel Load(byte[] bytes) => PredictionModelReader.Read(bytes);

    /// <inheritdoc cref="Load(byte[])"/>
    public static PredictionModel Load(ReadOnlySpan<byte> bytes) => PredictionModelReader.Read(bytes.ToArray());

    /// <summary>Reads a model file from a stream's position to its end.</summary>
    /// <param name="stream">A readable stream; left open.</param>
    /// <inheritdoc cref="Load(byte[])" path="/exception"/>
    public static PredictionModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using MemoryStream buffer = new();
        stream.CopyTo(buffer);
        return PredictionModelReader.Read(buffer.ToArray());
    }

    /// <summary>What the slot of a category holds.</summary>
    /// <param name="slot">The feature's slot, from 0.</param>
    /// <param name="value">The category, compared ordinally; null or empty where it is missing.</param>
    /// <returns>The index of the category, −1 where the model does not know it, NaN where it is missing.</returns>
    /// <exception cref="ArgumentException">There is no such slot, or it does not hold categories.</exception>
    public double CategoryCode(int slot, string? value)
    {
        if ((uint)slot >= (uint)this.codes.Length || this.codes[slot] is not { } known)
        {
            throw new ArgumentException($"Slot {slot} does not hold categories.", nameof(slot));
        }

        return string.IsNullOrEmpty(value) ? double.NaN : known.TryGetValue(value, out int code) ? code : -1;
    }

    /// <summary>Writes a text into its slot and those of its buckets, without allocating.</summary>
    /// <param name="slot">The feature's slot, from 0.</param>
    /// <param name="value">The text; null or empty where it is missing.</param>
    /// <param name="slots">All <see cref="SlotCount"/> slots of the row.</param>
    /// <exception cref="ArgumentException">There is no such slot, it holds neither text nor categories, or the row is too short.</exception>
    public void EncodeText(int slot, string? value, Span<double> slots)
    {
        if ((uint)slot < (uint)this.texts.Length && this.texts[slot] is { } text)
        {
            slots[slot] = text.Write(value, slots);
            return;
        }

        slots[slot] = this.CategoryCode(slot, value);
    }

    /// <summary>
    /// Scores one row, or several that follow each other, without allocating. A regression gives the value, two classes the probability of the
    /// positive one, more classes the probability of each. A row's scores do not depend on its neighbours.
    /// </summary>
    /// <param name="slots"><see cref="SlotCount"/> doubles for each row; NaN where a value is missing.</param>
    /// <param name="scores"><see cref="ScoreCount"/> doubles for each row; overwritten.</param>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows.</exception>
    public void Score(ReadOnlySpan<double> slots, Span<double> scores)
    {
        int slotCount = this.SlotCount;
        int scoreCount = this.ScoreCount;
        if (slots.Length == slotCount && scores.Length == scoreCount)
        {
            this.ScoreRow(slots, scores);
            return;
        }

        if (slots.Length % slotCount != 0 || (long)slots.Length / slotCount * scoreCount != scores.Length)
        {
            throw new ArgumentException(
                $"A row has {slotCount} slots and {scoreCount} scores; {slots.Length} slots and {scores.Length} scores are not the same number of rows.");
        }

        while (!slots.IsEmpty)
        {
            this.ScoreRow(slots[..slotCount], scores[..scoreCount]);
            slots = slots[slotCount..];
            scores = scores[scoreCount..];
        }
    }

    /// <summary>Computes the margins of one row, from which the scores come by the model's link, without allocating.</summary>
    /// <param name="slots"><see cref="SlotCount"/> doubles; NaN where a value is missing.</param>
    /// <param name="margins"><see cref="ScoreCount"/> doubles; overwritten.</param>
    /// <exception cref="ArgumentException">The lengths are others.</exception>
    public void ComputeMargins(ReadOnlySpan<double> slots, Span<double> margins)
    {
        if (slots.Length != this.SlotCount || margins.Length != this.ScoreCount)
        {
            throw new ArgumentException($"A row has {this.SlotCount} slots and {this.ScoreCount} margins, not {slots.Length} and {margins.Length}.");
        }

        this.kernel.ComputeMargins(slots, margins);
    }

    /// <summary>Whether a score of a model with two classes means the positive one.</summary>
    /// <param name="probability">The probability of the positive class.</param>
    public bool IsPositive(double probability) => probability >= this.Threshold;

    /// <summary>The index of the class with the highest probability; of several, the first.</summary>
    /// <param name="scores">The scores of one row.</param>
    public static int PredictedClass(ReadOnlySpan<double> scores)
    {
        int best = 0;
        for (int index = 1; index < scores.Length; index++)
        {
            best = scores[index] > scores[best] ? index : best;
        }

        return best;
    }

    private static FrozenDictionary<string, int>? Codes(FeatureEncoding feature) => !feature.IsCategorical
        ? null
        : feature.Categories.Select((category, code) => KeyValuePair.Create(category, code)).ToFrozenDictionary(StringComparer.Ordinal);

    private void ScoreRow(ReadOnlySpan<double> slots, Span<double> scores)
    {
        this.kernel.ComputeMargins(slots, scores);
        switch (this.link)
        {
            case Link.Logistic:
                scores[0] = DeterministicMath.Sigmoid(scores[0]);
                break;
            case Link.Softmax:
                DeterministicMath.Softmax(scores);
                break;
            case Link.Exponential:
                scores[0] = DeterministicMath.Exp(scores[0]);
                break;
            case Link.Isolation:
                scores[0] = DeterministicMath.Exp(-scores[0] * LogarithmOfTwo);
                break;
        }
    }
}
