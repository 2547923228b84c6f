namespace ModelSdk.Contracts.Schema;

/// <summary>The rules of a forecast's contract: one time column, columns that tell the series apart, and no other input.</summary>
internal static class ForecastRules
{
    public static void Check(ModelContract contract, ContractProblems problems)
    {
        if (!contract.Columns.Any(column => column.Role == ColumnRole.Time))
        {
            problems.Add("Forecasting needs exactly one column with role \"time\", of kind \"date\", \"integer\" or \"numeric\"; the contract has none.", default);
        }

        foreach (ContractColumn column in contract.Columns)
        {
            if (Problem(column) is { } problem)
            {
                problems.Add($"Column \"{column.Name}\": {problem}", column.Position.Text);
            }
        }
    }

    private static string? Problem(ContractColumn column) => column switch
    {
        { Role: ColumnRole.Feature } =>
            "a forecast has no features; valid roles: \"time\", \"group\" for what tells series apart, or \"ignore\".",
        { Role: ColumnRole.Weight } => "Forecasting takes no weights; set \"role\": \"ignore\".",
        { Role: ColumnRole.Time, Kind: not (ColumnKind.Date or ColumnKind.Integer or ColumnKind.Numeric) } =>
            $"the time of a forecast is \"date\", \"integer\" or \"numeric\", not \"{ContractWriter.Word(column.Kind)}\".",
        { Role: ColumnRole.Group, Kind: ColumnKind.Date or ColumnKind.Numeric } =>
            $"what tells series apart is \"categorical\", \"text\", \"integer\" or \"boolean\", not \"{ContractWriter.Word(column.Kind)}\".",
        { Role: ColumnRole.Time or ColumnRole.Group, Nullable: true } =>
            $"with role \"{ContractWriter.Word(column.Role)}\" no value of a forecast may be missing; take \"nullable\" away.",
        _ => null,
    };
}
