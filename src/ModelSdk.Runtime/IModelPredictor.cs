namespace ModelSdk.Runtime;

/// <summary>Predicts from typed inputs. The generated predictors are of this kind; an app may put its own in their place, for example in a test.</summary>
/// <typeparam name="TInput">One property for each feature.</typeparam>
/// <typeparam name="TPrediction">What the model predicts.</typeparam>
public interface IModelPredictor<TInput, TPrediction>
    where TInput : struct
    where TPrediction : struct
{
    /// <summary>What is known of the model.</summary>
    ModelInfo Info { get; }

    /// <summary>Predicts for one input.</summary>
    /// <param name="input">The features.</param>
    TPrediction Predict(in TInput input);

    /// <summary>Predicts for each of several inputs; the same bits as one by one.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="predictions">As many places; prediction i belongs to input i.</param>
    /// <exception cref="ArgumentException">The lengths differ; nothing was written.</exception>
    void Predict(ReadOnlySpan<TInput> inputs, Span<TPrediction> predictions);
}
