using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Inference;
using ModelSdk.Engine.Logging;
using ModelSdk.Tests.Engine.Data;

namespace ModelSdk.Tests.Engine.Inference;

public sealed class ForecastInferenceTests
{
    [Fact]
    public void The_one_date_is_the_time_and_other_columns_are_not_used()
    {
        Assert.Equal(["day time date", "rain ignore numeric", "y label numeric"], Roles("day,rain,y", (day, _) => $"{day},0.{day[^1]},", stores: 1));
    }

    [Fact]
    public void The_strings_that_with_the_time_identify_the_rows_are_groups() =>
        Assert.Equal(
            ["note ignore categorical", "store group categorical", "day time date", "y label numeric"],
            Roles("note,store,day,y", (day, store) => $"n{day[^1]},s{store},{day},", stores: 3));

    [Fact]
    public void Two_columns_become_groups_where_it_takes_both() =>
        Assert.Equal(
            ["day time date", "store group categorical", "product_id group integer", "y label numeric"],
            Roles("day,store,product_id,y", (day, store) => $"{day},s{store / 2},{store % 2},", stores: 4));

    [Fact]
    public void Growing_whole_numbers_are_the_time_where_there_is_no_date()
    {
        using CsvText csv = new("year,y\n" + string.Concat(Enumerable.Range(1990, 30).Select(year => $"{year},{year % 7}\n")));
        Assert.Equal(["year time integer", "y label numeric"], Roles(csv));
    }

    [Fact]
    public void Of_several_dates_the_one_with_most_values_is_the_time_and_the_reason_names_the_others()
    {
        using CsvText csv = new("loaded,day,y\n" + string.Concat(Days(20).Select((day, row) => $"2024-06-0{1 + (row / 10)},{day},{row}\n")));
        InferredContract inferred = Infer(csv);
        Assert.Equal(["loaded ignore date", "day time date", "y label numeric"], Roles(inferred));
        Assert.Contains("if \"loaded\" is, set \"role\": \"time\" there", inferred.Decisions[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_time_the_error_says_what_to_do()
    {
        using CsvText csv = new("year,month,y\n1949,January,1\n1949,February,2\n1950,January,3\n");
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Infer(csv));
        Assert.Equal(ForecastDiagnostics.NoTimeColumn, exception.Diagnostic);
        Assert.Contains("\"year\", \"month\", \"y\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_no_column_tells_apart_are_noticed()
    {
        using CsvText csv = new("day,y\n" + string.Concat(Days(10).SelectMany(day => new[] { $"{day},1\n", $"{day},2\n" })));
        Assert.Contains("set \"role\": \"group\"", Infer(csv).Decisions[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_to_another_task_follows_the_roles()
    {
        using CsvText csv = new("day,x,y\n" + string.Concat(Days(30).Select((day, row) => $"{day},{row * row},{row % 5}\n")));
        ModelContract forecast = Infer(csv).Contract;
        ModelContract regression = ContractInference.Infer([csv.File], [], new InferenceRequest(ModelTask.Regression, "y", null, "M"), new RecordingLog(), CancellationToken.None).Contract;
        Assert.Equal(forecast, ContractUpdate.Merge(regression, forecast).Contract);
        Assert.Equal(regression, ContractUpdate.Merge(forecast, regression).Contract);
    }

    private static string[] Roles(string header, Func<string, int, string> fields, int stores)
    {
        using CsvText csv = new(header + "\n" + string.Concat(Days(30).SelectMany((day, row) => Enumerable.Range(0, stores).Select(store => $"{fields(day, store)}{row + store}\n"))));
        return Roles(csv);
    }

    private static string[] Roles(CsvText csv)
    {
        InferredContract inferred = Infer(csv);
        Assert.Equal(inferred.Contract, ContractReader.Read(ContractWriter.Write(inferred.Contract)));
        return Roles(inferred);
    }

    private static string[] Roles(InferredContract inferred) =>
        [.. inferred.Contract.Columns.Select(column => $"{column.Name} {ContractWriter.Word(column.Role)} {ContractWriter.Word(column.Kind)}")];

    private static InferredContract Infer(CsvText csv) =>
        ContractInference.Infer([csv.File], [], new InferenceRequest(ModelTask.Forecasting, "y", null, "M"), new RecordingLog(), CancellationToken.None);

    private static IEnumerable<string> Days(int count) =>
        Enumerable.Range(0, count).Select(index => new DateTime(2024, 1, 1).AddDays(index).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
