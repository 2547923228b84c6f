using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace ModelSdk.Runtime;

/// <summary>
/// The base of generated predictors: the derived class says which property is which slot, this class does the rest. Thread-safe, and without
/// allocation: up to 64 numbers a row stand on the stack, more in a pooled array.
/// </summary>
/// <typeparam name="TInput">One property for each feature.</typeparam>
/// <typeparam name="TPrediction">What the model predicts.</typeparam>
public abstract class ModelPredictor<TInput, TPrediction> : IModelPredictor<TInput, TPrediction>
    where TInput : struct
    where TPrediction : struct
{
    private const int StackLimit = 64;

    private readonly int slotCount;
    private readonly int rowLength;

    /// <summary>Creates a predictor.</summary>
    /// <param name="source">The model and what is known of it.</param>
    protected ModelPredictor(LoadedModel source)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.Model = source.Model;
        this.Info = source.Info;
        this.slotCount = this.Model.SlotCount;
        this.rowLength = this.slotCount + this.Model.ScoreCount;
    }

    /// <inheritdoc/>
    public ModelInfo Info { get; }

    /// <summary>The model behind the typed class, for code that works with slots.</summary>
    public PredictionModel Model { get; }

    /// <inheritdoc/>
    public TPrediction Predict(in TInput input)
    {
        if (this.rowLength > StackLimit)
        {
            return this.PredictPooled(in input);
        }

        Span<double> row = stackalloc double[StackLimit];
        return this.PredictRow(in input, row[..this.rowLength]);
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<TInput> inputs, Span<TPrediction> predictions)
    {
        if (inputs.Length != predictions.Length)
        {
            ThrowLengthsDiffer(inputs.Length, predictions.Length);
        }

        double[] rented = ArrayPool<double>.Shared.Rent(this.rowLength);
        Span<double> row = rented.AsSpan(0, this.rowLength);
        for (int index = 0; index < inputs.Length; index++)
        {
            predictions[index] = this.PredictRow(in inputs[index], row);
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Writes an input's features into slots (see <see cref="SlotValue"/>, <see cref="PredictionModel.CategoryCode"/> and <see cref="PredictionModel.EncodeText"/>).</summary>
    /// <param name="input">The input.</param>
    /// <param name="slots">One place for each feature, in contract order, then those of texts; all must be written.</param>
    protected abstract void Encode(in TInput input, Span<double> slots);

    /// <summary>Makes a prediction from scores.</summary>
    /// <param name="scores">The scores of one row (see <see cref="PredictionModel.Score"/>).</param>
    protected abstract TPrediction Decode(ReadOnlySpan<double> scores);

    private static void ThrowLengthsDiffer(int inputs, int predictions) => throw new ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"There are {inputs} inputs and places for {predictions} predictions; both spans must have the same length."));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TPrediction PredictRow(in TInput input, Span<double> row)
    {
        Span<double> slots = row[..this.slotCount];
        Span<double> scores = row[this.slotCount..];
        this.Encode(in input, slots);
        this.Model.Score(slots, scores);
        return this.Decode(scores);
    }

    private TPrediction PredictPooled(in TInput input)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(this.rowLength);
        TPrediction prediction = this.PredictRow(in input, rented.AsSpan(0, this.rowLength));
        ArrayPool<double>.Shared.Return(rented);
        return prediction;
    }
}
