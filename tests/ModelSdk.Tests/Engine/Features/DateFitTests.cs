using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Features;

public sealed class DateFitTests
{
    [Fact]
    public void A_date_becomes_elapsed_days_and_the_cycles_that_the_rows_show()
    {
        TestTable table = new TestTable(ModelTask.Regression).Date("When", "2024-01-01", "2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01");
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(table, FeatureForm.Indicators);
        Assert.Equal(["When (elapsed)", "When (month sin)", "When (month cos)"], DesignColumns.Of(encodings).Select(column => column.Name));
        double[][] rows = SettingsOf.Encode(table, encodings);
        double[] days = [0, 91, 182, 274];
        double deviation = Math.Sqrt(days.Average(day => (day - 136.75) * (day - 136.75)));
        Assert.Equal(days.Select(day => (day - 136.75) / deviation), rows.Select(row => row[0]), (left, right) => Math.Abs(left - right) < 1e-14);
        Assert.Equal([[0, 1], [1, 0], [0, -1], [-1, 0]], rows.Select(row => row[1..]));
    }

    [Fact]
    public void Times_of_day_bring_the_hour()
    {
        TestTable table = new TestTable(ModelTask.Regression).Date("t", "1970-01-01", "2024-01-01T06:00Z", "2024-01-01T12:59Z", "2024-01-01T18:00Z", null);
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(table, FeatureForm.Indicators);
        Assert.Equal(["t (elapsed)", "t (hour sin)", "t (hour cos)", "t (missing)"], DesignColumns.Of(encodings).Select(column => column.Name));
        double[][] rows = SettingsOf.Encode(table, encodings);
        Assert.Equal([[1, 0, 0], [0, -1, 0], [-1, 0, 0]], rows[..3].Select(row => row[1..]));
        Assert.Equal(0, rows[3][0], 1e-9);
        Assert.Equal([0, 0, 1], rows[3][1..]);
    }

    [Fact]
    public void Trees_get_the_parts_as_plain_numbers()
    {
        TestTable table = new TestTable(ModelTask.Regression).Date("t", "2024-01-01", "2024-02-29T13:30Z", null);
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(table, FeatureForm.Native);
        Assert.Equal(
            ["t (elapsed)", "t (year)", "t (month)", "t (day of month)", "t (day of week)", "t (hour)"],
            DesignColumns.Of(encodings).Select(column => column.Name));
        Assert.Equal([[59.5625, 2024, 2, 29, 4, 13], [.. Enumerable.Repeat(double.NaN, 6)]], SettingsOf.Encode(table, encodings));
    }

    [Fact]
    public void The_parts_that_a_project_names_are_taken_in_calendar_order()
    {
        TestTable table = new TestTable(ModelTask.Regression).Date("t", "1970-01-01", "1970-01-01", "1972-12-31");
        IReadOnlyList<FeatureEncoding> encodings = SettingsOf.Fit(table, FeatureForm.Indicators, SettingsOf.Feature("t", ("DateParts", " DayOfYear; year "), ("Scale", "MinMax")));
        Assert.Equal(["t (year)", "t (day of year sin)", "t (day of year cos)"], DesignColumns.Of(encodings).Select(column => column.Name));
        double turn = Math.Tau * 365 / 366;
        double[][] rows = SettingsOf.Encode(table, encodings);
        Assert.Equal([0, 0, 1], rows[0]);
        Assert.Equal([1, Math.Sin(turn), Math.Cos(turn)], rows[1], (left, right) => Math.Abs(left - right) < 1e-14);
    }

    [Fact]
    public void A_constant_date_fills_what_is_missing()
    {
        TestTable table = new TestTable(ModelTask.Regression).Date("t", "2024-01-01", "2024-01-11", null, "2024-01-21");
        FeatureEncoding encoding = SettingsOf.Fit(
            table,
            FeatureForm.Indicators,
            SettingsOf.Feature("t", ("Impute", "Constant"), ("ImputeValue", "2024-01-31"), ("Scale", "None"), ("DateParts", "Elapsed"), ("MissingIndicator", "false"))).Single();
        Assert.Equal([[10], [30], [20]], SettingsOf.Encode(table, [encoding]));
    }
}
