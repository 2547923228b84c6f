using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>The coefficients of one output of a linear model, in the original units of the features.</summary>
/// <param name="Output">The class whose margin it is: for binary models the positive one; for regression the label's name.</param>
/// <param name="Intercept">The margin where every number is 0, every category is the reference and nothing is missing.</param>
/// <param name="Rows">One for each column of the design.</param>
public sealed record CoefficientTable(string Output, double Intercept, IReadOnlyList<Coefficient> Rows)
{
    /// <summary>Reads the coefficients of a model file.</summary>
    /// <param name="file">A model file.</param>
    /// <returns>One table for each output; none where the model is not linear.</returns>
    /// <exception cref="ModelFormatException">The file is damaged.</exception>
    public static IReadOnlyList<CoefficientTable> From(ModelFile file)
    {
        if (file.Text(ModelKeys.Kernel) != "linear")
        {
            return [];
        }

        IReadOnlyList<DesignColumn> columns = DesignColumns.Of(FeatureEncodingText.Read(file.Text(ModelKeys.Features)));
        IReadOnlyList<string> outputs = Outputs(ReadContract(file));
        double[] coefficients = file.Tensor(ModelKeys.Coefficients).ToDoubles();
        double[] intercepts = file.Tensor(ModelKeys.Intercepts).ToDoubles();
        if (intercepts.Length != outputs.Count || coefficients.Length != outputs.Count * columns.Count)
        {
            throw new ModelFormatException("The model's coefficients do not match its features and classes; the file is altered.");
        }

        return [.. outputs.Select((name, output) =>
            Of(name, columns, coefficients.AsSpan(output * columns.Count, columns.Count), intercepts[output]))];
    }

    private static CoefficientTable Of(string output, IReadOnlyList<DesignColumn> columns, ReadOnlySpan<double> standardised, double intercept)
    {
        List<Coefficient> rows = [];
        for (int index = 0; index < columns.Count; index++)
        {
            double value = standardised[index] / columns[index].Scale;
            rows.Add(new Coefficient(columns[index].Feature, columns[index].Name, value, standardised[index]));
        }

        return new CoefficientTable(output, intercept - LinearParameters.InterceptThroughOrigin(standardised, columns), rows);
    }

    private static ModelContract ReadContract(ModelFile file)
    {
        try
        {
            return ContractReader.Read(file.Text(ModelKeys.Contract));
        }
        catch (ContractException exception)
        {
            throw new ModelFormatException($"The model file's contract is damaged: {exception.Message}", exception);
        }
    }

    private static IReadOnlyList<string> Outputs(ModelContract contract) => contract.Task switch
    {
        ModelTask.Regression or ModelTask.Forecasting => [contract.Label.Name],
        ModelTask.BinaryClassification or ModelTask.AnomalyDetection => [contract.Label.Positive!],
        _ => contract.Label.Classes,
    };
}
