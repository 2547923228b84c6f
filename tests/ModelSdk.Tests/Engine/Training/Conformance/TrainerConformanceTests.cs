using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Training.Conformance;

/// <summary>What holds for every trainer of the catalogue and every task that it supports.</summary>
public sealed class TrainerConformanceTests
{
    private const int Rows = 600;

    // More than one block of the design, so that threads have something to share.
    private const int ManyRows = 5000;

    public static TheoryData<string, ModelTask> Subjects
    {
        get
        {
            TheoryData<string, ModelTask> subjects = [];
            foreach (Subject subject in Subject.All)
            {
                subjects.Add(subject.Trainer.Name, subject.Task);
            }

            return subjects;
        }
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Equal_recipes_give_equal_bytes_at_any_number_of_threads(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        TestTable table = subject.Table(ManyRows, row => 1 + (row % 3));
        string digest = subject.Digest(table);
        Assert.Equal(digest, subject.Digest(table));
        Assert.Equal(digest, subject.Digest(table, threads: 2));
        Assert.Equal(digest, subject.Digest(table, threads: 4));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_design_that_is_encoded_block_by_block_gives_the_same_bytes(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        TestTable table = subject.Table(ManyRows, row => 1 + (row % 3));
        long nothingAtOnce = subject.Trainer.CanStream ? 0 : long.MaxValue;
        Assert.Equal(subject.Fit(table), subject.Fit(table, threads: 3, mostBytes: nothingAtOnce));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Weights_of_one_change_nothing(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        Assert.Equal(Subject.Scores(subject.Fit(subject.Table(Rows)), subject.Table(Rows)), Subject.Scores(subject.Fit(subject.Table(Rows, _ => 1)), subject.Table(Rows)));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Rows_of_weight_zero_teach_nothing(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        double Weight(int row) => row % 5 == 0 ? 0 : 1;
        TestTable turned = subject.Table(Rows, Weight, (row, label) => row % 5 == 0 ? 4.2 - label : label);
        double[] expected = Subject.Scores(subject.Fit(subject.Table(Rows, Weight)), turned);

        // Work spaces and tolerances may be sized by the labels of all rows, so the last digits can differ.
        Assert.All(Subject.Scores(subject.Fit(turned), turned).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Heavy_rows_pull_the_model(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        Assert.NotEqual(subject.Digest(subject.Table(Rows)), subject.Digest(subject.Table(Rows, row => row % 3 == 0 ? 50 : 1)));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_constant_column_does_no_harm(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        TestTable table = subject.Table(Rows).Number("same", Enumerable.Repeat(7.0, Rows)).Category("alike", Enumerable.Repeat("x", Rows));
        AssertSound(Subject.Scores(subject.Fit(table), table), task);
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void One_row_gives_a_model_or_one_reason(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        TestTable table = subject.Label(new TestTable(task).Number("a", [1.5]), [1]);
        try
        {
            AssertSound(Subject.Scores(subject.Fit(table), table), task);
        }
        catch (ModelBuildException exception)
        {
            Assert.NotEmpty(exception.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Labels_that_are_all_alike_give_a_constant_model_or_name_the_missing_class(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        TestTable table = subject.Table(Rows, label: (_, _) => 1);
        if (task is ModelTask.Regression)
        {
            Assert.All(Subject.Scores(subject.Fit(table), table), score => Assert.Equal(1, score, 0.05));
        }
        else if (task != ModelTask.AnomalyDetection)
        {
            Assert.Equal(TrainingDiagnostics.ClassWithoutRows, Assert.Throws<ModelBuildException>(() => subject.Fit(table)).Diagnostic);
        }
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_column_without_any_value_is_named(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        TestTable table = subject.Table(Rows).Number("empty", Enumerable.Repeat(double.NaN, Rows));
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => subject.Fit(table));
        Assert.Equal(TrainingDiagnostics.FeatureAllMissing, exception.Diagnostic);
        Assert.Contains("\"empty\"", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_hundred_thousand_categories_fit_into_a_model(string trainer, ModelTask task)
    {
        const int Categories = 100_000;
        Subject subject = Subject.Find(trainer, task);
        int[] rows = [.. Enumerable.Range(0, Categories)];
        TestTable table = subject.Label(
            new TestTable(task).Number("a", rows.Select(row => (double)(row % 97))).DistinctCategories("many", Categories),
            rows.Select(row => row % 97 / 30.0));
        AssertSound(Subject.Scores(subject.Fit(table, threads: 2), table), task);
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void More_columns_than_rows_give_finite_scores(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        TestTable table = subject.Table(30);
        for (int column = 0; column < 60; column++)
        {
            int kind = column;
            table = table.Number($"x{column}", Enumerable.Range(0, 30).Select(row => (double)((row * (kind + 3)) % 31)));
        }

        AssertSound(Subject.Scores(subject.Fit(table), table), task);
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_training_that_is_cancelled_stops(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        Assert.ThrowsAny<OperationCanceledException>(() => subject.Fit(subject.Table(ManyRows), cancellation: new CancellationToken(canceled: true)));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_file_that_is_read_and_written_again_has_the_same_bytes_and_scores(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        TestTable table = subject.Table(Rows);
        byte[] model = subject.Fit(table);
        byte[] copy = ModelFile.Read(model).ToBytes();
        Assert.Equal(model, copy);
        Assert.Equal(Subject.Scores(model, table), Subject.Scores(copy, table));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void The_model_is_better_than_the_label_alone(string trainer, ModelTask task)
    {
        Subject subject = Subject.Find(trainer, task);
        TestTable table = subject.Table(ManyRows);
        if (task != ModelTask.AnomalyDetection)
        {
            Assert.True(Skill.Of(subject.Fit(table, threads: 2), table) > 0.2);
        }
    }

    private static void AssertSound(double[] scores, ModelTask task)
    {
        Assert.All(scores, score => Assert.True(double.IsFinite(score)));
        if (task is not ModelTask.Regression)
        {
            Assert.All(scores, score => Assert.InRange(score, 0, 1));
        }
    }
}
