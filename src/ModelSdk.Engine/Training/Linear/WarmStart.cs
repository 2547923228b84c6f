using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>Where an optimiser begins.</summary>
internal static class WarmStart
{
    /// <summary>
    /// The parameters of the earlier model, moved to the present standardisation; a column that it does not know starts at 0. Without an earlier
    /// model, or with one of another number of outputs, all start at 0.
    /// </summary>
    /// <param name="data">The columns, and the earlier model.</param>
    /// <param name="outputs">The number of margins of a row.</param>
    /// <param name="intercept">Where intercepts start without an earlier model.</param>
    /// <param name="log">Gets a warning where the earlier model does not fit.</param>
    public static double[] Parameters(TrainingData data, int outputs, double intercept, IEngineLog log)
    {
        int width = data.Design.Width;
        double[] parameters = new double[outputs * (width + 1)];
        parameters.AsSpan(outputs * width).Fill(intercept);
        if (data.WarmStart is null || Tables(data.WarmStart, outputs, log) is not { } tables)
        {
            return parameters;
        }

        for (int output = 0; output < outputs; output++)
        {
            Dictionary<string, double> values = tables[output].Rows.ToDictionary(row => row.Term, row => row.Value, StringComparer.Ordinal);
            Span<double> coefficients = parameters.AsSpan(output * width, width);
            for (int column = 0; column < width; column++)
            {
                coefficients[column] = values.GetValueOrDefault(data.Columns[column].Name) * data.Columns[column].Scale;
            }

            parameters[(outputs * width) + output] = tables[output].Intercept + EightLanes.Dot(coefficients, LinearParameters.Shifts(data.Columns));
        }

        return parameters;
    }

    private static IReadOnlyList<CoefficientTable>? Tables(ModelFile file, int outputs, IEngineLog log)
    {
        string kernel = file.Text(ModelKeys.Kernel);
        if (kernel == "linear" && CoefficientTable.From(file) is { } tables && tables.Count == outputs)
        {
            return tables;
        }

        log.Report(
            OptimisationDiagnostics.CannotContinue,
            $"The model to continue from is of the kind {Quote.Value(kernel)} or has another number of classes; the training begins anew.",
            SourceLocation.None);
        return null;
    }
}
