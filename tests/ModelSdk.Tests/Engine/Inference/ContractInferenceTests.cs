using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Inference;
using ModelSdk.Engine.Logging;
using ModelSdk.Tests.Engine.Data;

namespace ModelSdk.Tests.Engine.Inference;

public sealed class ContractInferenceTests
{
    private static readonly SourceLocation LabelSet = new("Model.csproj", 5, 5);
    private static readonly SourceLocation PositiveSet = new("Model.csproj", 6, 5);

    [Theory]
    [InlineData("1,2,3,4", ColumnKind.Integer, ColumnRole.Feature)]
    [InlineData("0,1,0,1", ColumnKind.Integer, ColumnRole.Feature)]
    [InlineData("1.5,2,-3e2,0.1", ColumnKind.Numeric, ColumnRole.Feature)]
    [InlineData("99999999999999999999,1,2,3", ColumnKind.Numeric, ColumnRole.Feature)]
    [InlineData("true,FALSE,yes,No", ColumnKind.Boolean, ColumnRole.Feature)]
    [InlineData("2020-01-01,2020-01-02T10:00,2020-01-03 10:00:00Z,2020-01-04", ColumnKind.Date, ColumnRole.Feature)]
    [InlineData("a,b,a,b", ColumnKind.Categorical, ColumnRole.Feature)]
    [InlineData("08123,10115,08123,10115", ColumnKind.Categorical, ColumnRole.Feature)]
    [InlineData("1,2,x,3", ColumnKind.Categorical, ColumnRole.Feature)]
    [InlineData("7,7,7,7", ColumnKind.Integer, ColumnRole.Ignore)]
    [InlineData("a,a,a,a", ColumnKind.Text, ColumnRole.Ignore)]
    [InlineData(",NA,,null", ColumnKind.Text, ColumnRole.Ignore)]
    public void Kind_and_role_of_a_column_follow_its_values(string values, ColumnKind kind, ColumnRole role)
    {
        string[] fields = values.Split(',');
        using CsvText csv = new("x,other,y\n" + string.Concat(fields.Select((field, row) => $"{field},{row},{row * row}\n")));
        ColumnDecision decision = Infer(csv).Decisions[0];
        Assert.Equal((kind, role), (decision.Kind, decision.Role));
        Assert.NotEmpty(decision.Reason);
    }

    [Fact]
    public void A_date_feature_counts_from_the_earliest_day_seen()
    {
        using CsvText text = new("when,y\n2024-03-05T07:00Z,1\n2024-03-04T23:30Z,2\n2024-05-01,3\n");
        ModelContract contract = Infer(text).Contract;
        Assert.True(ReferenceDay.TryParse("2024-03-04", out int day));
        Assert.Equal(day, contract.Find("when")!.Reference);
    }

    [Fact]
    public void Ranges_missing_values_and_properties_are_in_the_contract()
    {
        using CsvText csv = new("fare amount,1st,class,y\n2,,a,1\n-3.5,1,b,2\n");
        ModelContract contract = Infer(csv).Contract;
        Assert.Equal(("FareAmount", "Column1st", "Class"), (contract.Columns[0].Property, contract.Columns[1].Property, contract.Columns[2].Property));
        Assert.Equal((-3.5, 2, false), (contract.Columns[0].Minimum, contract.Columns[0].Maximum, contract.Columns[0].Nullable));
        Assert.True(contract.Columns[1].Nullable);
        Assert.Equal(contract, ContractReader.Read(ContractWriter.Write(contract)));
    }

    [Fact]
    public void A_property_is_not_named_like_a_generated_type()
    {
        using CsvText csv = new("fare,fare_input,y\n1,2,1\n2,3,2\n");
        Assert.Equal(["Fare", "FareInput2", "Y"], Infer(csv).Contract.Columns.Select(column => column.Property));
    }

    [Fact]
    public void Missing_values_of_the_test_data_make_a_column_nullable()
    {
        using CsvText training = new("x,y\n1,1\n2,2\n");
        using CsvText test = new("y,x\n1,\n2,9\n");
        InferredContract inferred = ContractInference.Infer([training.File], [test.File], Request(ModelTask.Regression), new RecordingLog(), CancellationToken.None);
        Assert.Equal((true, 9), (inferred.Contract.Columns[0].Nullable, inferred.Contract.Columns[0].Maximum));
    }

    [Fact]
    public void Near_unique_strings_and_too_many_strings_are_ignored_as_text()
    {
        using CsvText csv = new("name,many,few,y\n" + string.Concat(Enumerable.Range(0, 3000).Select(row => $"n{row},m{row % 1001},f{row % 1000},{row}\n")));
        IReadOnlyList<ColumnDecision> decisions = Infer(csv).Decisions;
        Assert.Equal(
            [(ColumnRole.Ignore, ColumnKind.Text), (ColumnRole.Ignore, ColumnKind.Text), (ColumnRole.Feature, ColumnKind.Categorical)],
            decisions.Take(3).Select(decision => (decision.Role, decision.Kind)));
        Assert.Contains("1 000", decisions[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_unique_whole_numbers_with_an_identifiers_name_are_ignored()
    {
        using CsvText csv = new("passenger_id,number,grid,y\n" + string.Concat(Enumerable.Range(0, 100).Select(row => $"{row},{row},{row},{row % 7}\n")));
        IReadOnlyList<ColumnDecision> decisions = Infer(csv).Decisions;
        Assert.Equal([ColumnRole.Ignore, ColumnRole.Feature, ColumnRole.Feature], decisions.Take(3).Select(decision => decision.Role));
        Assert.Contains("\"role\": \"ignore\"", decisions[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_values_that_are_no_numbers_are_shown_with_the_place_of_the_first()
    {
        using CsvText csv = new("x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(row => row == 30 ? "?,1\n" : $"{row % 5},{row}\n")));
        ColumnDecision decision = Infer(csv).Decisions[0];
        Assert.Equal(ColumnKind.Categorical, decision.Kind);
        Assert.Contains("\"?\" at data/rows.csv(32,1)", decision.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,1,1,0", null, ColumnKind.Boolean, "0,1", "1")]
    [InlineData("True,False,True,False", null, ColumnKind.Boolean, "false,true", "true")]
    [InlineData("yes,no,no,no", null, ColumnKind.Boolean, "no,yes", "yes")]
    [InlineData("0,1,1,0", "0", ColumnKind.Integer, "1,0", "0")]
    [InlineData("yes,no,no,no", "no", ColumnKind.Categorical, "yes,no", "no")]
    [InlineData("good,bad,good,bad", "bad", ColumnKind.Categorical, "good,bad", "bad")]
    [InlineData("good,bad,good,bad", "good", ColumnKind.Categorical, "bad,good", "good")]
    [InlineData("-1,1,-1,1", "1", ColumnKind.Integer, "-1,1", "1")]
    [InlineData("1,2,1,2", "1", ColumnKind.Integer, "2,1", "1")]
    public void A_binary_label_lists_the_negative_class_first(string labels, string? positive, ColumnKind kind, string classes, string expectedPositive)
    {
        using CsvText csv = Labelled(labels);
        ModelContract contract = Infer(csv, ModelTask.BinaryClassification, positive).Contract;
        Assert.Equal((kind, expectedPositive), (contract.Label.Kind, contract.Label.Positive));
        Assert.Equal(classes.Split(','), contract.Label.Classes);
        Assert.Equal(contract, ContractReader.Read(ContractWriter.Write(contract)));
        Assert.Equal(4, csv.Read(contract).RowCount);
    }

    [Theory]
    [InlineData("c,a,B,a", "B,a,c", ColumnKind.Categorical)]
    [InlineData("10,9,2,10", "2,9,10", ColumnKind.Integer)]
    [InlineData("1.5,2,3,2", "1.5,2,3", ColumnKind.Categorical)]
    public void Classes_are_sorted_as_numbers_where_they_are_whole_numbers(string labels, string classes, ColumnKind kind)
    {
        using CsvText csv = Labelled(labels);
        ContractColumn label = Infer(csv, ModelTask.MulticlassClassification).Contract.Label;
        Assert.Equal(kind, label.Kind);
        Assert.Equal(classes.Split(','), label.Classes);
    }

    [Theory]
    [InlineData(ModelTask.BinaryClassification, "a,b,a,b", null, "MODEL1022", 5, "\"a\", \"b\"")]
    [InlineData(ModelTask.BinaryClassification, "a,b,a,b", "c", "MODEL1022", 6, "\"c\"")]
    [InlineData(ModelTask.BinaryClassification, "a,b,c,b", "a", "MODEL1020", 5, "\"a\", \"b\", \"c\"")]
    [InlineData(ModelTask.BinaryClassification, "a,a,a,a", "a", "MODEL1019", 5, "\"a\"")]
    [InlineData(ModelTask.BinaryClassification, "1,1,yes,1", null, "MODEL1019", 5, "\"1\"")]
    [InlineData(ModelTask.MulticlassClassification, "a,b,a,b", null, "MODEL1020", 5, "BinaryClassification")]
    [InlineData(ModelTask.MulticlassClassification, "a,a,a,a", null, "MODEL1019", 5, "\"a\"")]
    [InlineData(ModelTask.Regression, "3,3.0,3,3", null, "MODEL1019", 5, "\"3\"")]
    [InlineData(ModelTask.Regression, ",NA,,", null, "MODEL1017", 5, "missing")]
    public void A_label_that_does_not_fit_the_task_is_refused(ModelTask task, string labels, string? positive, string code, int line, string part)
    {
        using CsvText csv = Labelled(labels);
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Infer(csv, task, positive));
        Assert.Equal((code, line), (exception.Diagnostic.Code, exception.Location.Line));
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_label_that_is_no_number_is_shown_at_its_place()
    {
        using CsvText csv = Labelled("1,2,three,x");
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Infer(csv));
        Assert.Equal(("MODEL1021", new SourceLocation(csv.File.Path, 4, 3)), (exception.Diagnostic.Code, exception.Location));
    }

    [Fact]
    public void A_missing_label_column_lists_the_columns_and_suggests_the_closest()
    {
        using CsvText csv = new("x,fare_amount\n1,2\n");
        ModelBuildException exception = Assert.Throws<ModelBuildException>(
            () => ContractInference.Infer([csv.File], [], Request(ModelTask.Regression) with { Label = "FareAmout" }, new RecordingLog(), CancellationToken.None));
        Assert.Equal(("MODEL1018", LabelSet), (exception.Diagnostic.Code, exception.Location));
        Assert.Contains("Did you mean \"fare_amount\"?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_without_any_feature_is_refused_with_the_reasons()
    {
        using CsvText csv = new("x,y\n1,1\n1,2\n");
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Infer(csv));
        Assert.Equal("MODEL1026", exception.Diagnostic.Code);
        Assert.Contains("every value is \"1\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_with_other_columns_are_refused()
    {
        using CsvText first = new("x,y\n1,1\n2,2\n");
        using CsvText second = new("x,z,y\n1,1,1\n");
        ModelBuildException exception = Assert.Throws<ModelBuildException>(
            () => ContractInference.Infer([first.File, second.File], [], Request(ModelTask.Regression), new RecordingLog(), CancellationToken.None));
        Assert.Equal(("MODEL1010", second.File.Path), (exception.Diagnostic.Code, exception.Location.File));
        Assert.Contains("has in addition \"z\"", exception.Message, StringComparison.Ordinal);
    }

    private static CsvText Labelled(string labels) => new("x,y\n" + string.Concat(labels.Split(',').Select((label, row) => $"{row},{label}\n")));

    private static InferenceRequest Request(ModelTask task, string? positive = null) =>
        new(task, "y", positive, "Fare") { LabelDeclaredAt = LabelSet, PositiveLabelDeclaredAt = PositiveSet };

    private static InferredContract Infer(CsvText csv, ModelTask task = ModelTask.Regression, string? positive = null) =>
        ContractInference.Infer([csv.File], [], Request(task, positive), new RecordingLog(), CancellationToken.None);
}
