using System.Globalization;
using System.Reflection;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Verification;

/// <summary>Calls the hidden entry of a compiled model project and compares its predictions with the engine's, bit for bit.</summary>
public static class PredictorVerifier
{
    private const string AttributeName = "ModelSdk.Runtime.ModelVerificationAttribute";

    /// <summary>Verifies one assembly.</summary>
    /// <param name="request">The assembly and its references.</param>
    /// <param name="modelName">The model whose class is meant.</param>
    /// <param name="rows">The rows and what to expect.</param>
    /// <param name="log">Gets the diagnostics.</param>
    public static void Verify(VerificationRequest request, string modelName, VerificationRows rows, IEngineLog log)
    {
        PredictorContext context = new(request.References);
        try
        {
            Assembly assembly = context.LoadFile(request.Assembly);
            if (FindEntry(assembly, modelName) is not { } entry)
            {
                log.Report(
                    VerificationDiagnostics.NoPredictor,
                    $"{Path.GetFileName(request.Assembly)} has no predictor of the model {modelName}. Is the source generator switched off, or the contract removed from AdditionalFiles?",
                    new SourceLocation(request.Assembly));
                return;
            }

            double[] predictions = (double[])entry.Invoke(null, [rows.Columns.ToArray(), rows.RowCount])!;
            Compare(predictions, rows, context, log, request);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Exception cause = Innermost(exception);
            log.Report(
                VerificationDiagnostics.CannotRun,
                $"The compiled class {modelName}Model cannot be run with {context.RuntimePath}: {cause.GetType().Name}: {cause.Message}",
                new SourceLocation(request.Assembly));
        }
    }

    private static MethodInfo? FindEntry(Assembly assembly, string modelName) => assembly.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType.FullName == AttributeName && (string?)attribute.ConstructorArguments[0].Value == modelName)
        .Select(attribute => ((Type)attribute.ConstructorArguments[1].Value!)
            .GetMethod("Score", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(Array[]), typeof(int)]))
        .FirstOrDefault();

    private static void Compare(double[] predictions, VerificationRows rows, PredictorContext context, IEngineLog log, VerificationRequest request)
    {
        if (predictions.Length != rows.Predictions.Length)
        {
            log.Report(
                VerificationDiagnostics.PredictionsDiffer,
                string.Create(CultureInfo.InvariantCulture, $"The compiled class gives {predictions.Length} values for {rows.RowCount} rows; the engine gives {rows.Predictions.Length}."),
                new SourceLocation(request.Assembly));
            return;
        }

        int[] different = [.. Enumerable.Range(0, predictions.Length).Where(index => Bits(predictions[index]) != Bits(rows.Predictions[index]))];
        if (different.Length > 0)
        {
            int width = predictions.Length / rows.RowCount;
            int first = different[0];
            log.Report(
                VerificationDiagnostics.PredictionsDiffer,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The compiled class predicts {predictions[first]:R} for verification row {first / width} where the engine, whose evaluation was judged, predicts {rows.Predictions[first]:R}; {different.DistinctBy(index => index / width).Count()} of {rows.RowCount} rows differ. Either the embedded model was altered or the project's ModelSdk.Runtime ({context.RuntimePath}) computes differently from the SDK's."),
                new SourceLocation(request.Assembly));
        }
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);

    private static Exception Innermost(Exception exception)
    {
        while (exception is TargetInvocationException or TypeInitializationException && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }
}
