using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Tests.Runtime;

/// <summary>Small models that the tests share.</summary>
internal static class SampleModels
{
    public static readonly FeatureEncoding Tenure = new("tenure", ColumnKind.Numeric) { Mean = 32, Scale = 24, Fill = 29, MissingIndicator = true };

    public static readonly FeatureEncoding Region = new("region", ColumnKind.Categorical)
    {
        Categories = new(["EU", "UK", "US"]), Reference = 0, OtherIndicator = true, MissingIndicator = true,
    };

    public static LinearModelFile Fare { get; } = new(
        LinearModelFile.ContractOf(
            LinearModelFile.Number("fare"),
            LinearModelFile.Feature("tenure", ColumnKind.Numeric, nullable: true),
            LinearModelFile.Feature("region", ColumnKind.Categorical, nullable: true)),
        [Tenure, Region],
        new double[,] { { 2.5, 0.25, -1, 3, 0.5, 7 } },
        [10]);

    public static LinearModelFile Churn { get; } = Fare with
    {
        Contract = LinearModelFile.ContractOf(LinearModelFile.Classes("churned", "no", "yes"), [.. Fare.Contract.Features]),
        Link = "logistic",
    };

    public static LinearModelFile Species { get; } = new(
        LinearModelFile.ContractOf(
            LinearModelFile.Classes("species", "adelie", "chinstrap", "gentoo"),
            LinearModelFile.Feature("tenure", ColumnKind.Numeric, nullable: true),
            LinearModelFile.Feature("region", ColumnKind.Categorical, nullable: true)),
        [Tenure, Region],
        new double[,] { { 2.5, 0.25, -1, 3, 0.5, 7 }, { -0.5, 0.125, 2, -3, 1, 0 }, { 0, 1, 1, 1, 1, 1 } },
        [0.5, 0, -0.5]);
}
