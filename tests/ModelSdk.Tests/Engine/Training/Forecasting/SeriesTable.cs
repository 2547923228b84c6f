using System.Globalization;
using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Forecasting;

/// <summary>A table of series, its contract, and models of it.</summary>
internal sealed record SeriesTable(ModelContract Contract, DataTable Table)
{
    public int[] AllRows => [.. Enumerable.Range(0, this.Table.RowCount)];

    public static SeriesTable Of(IEnumerable<string> dates, IEnumerable<double> values, IEnumerable<string>? groups = null) =>
        Of(ColumnKind.Date, dates.Select(Day), values, groups);

    public static SeriesTable OfIndex(IEnumerable<double> times, IEnumerable<double> values, ColumnKind kind = ColumnKind.Integer) => Of(kind, times, values, null);

    public static SeriesTable Read(string folder)
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "TestData", folder, "data.csv")).Skip(1).Select(line => line.Split(','))];
        return Of(rows.Select(row => row[0]), rows.Select(row => double.Parse(row[1], CultureInfo.InvariantCulture)));
    }

    public static double Day(string date) =>
        (DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcTicks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerDay;

    public static IEnumerable<string> Months(int count, int year = 2000, int month = 1) =>
        Enumerable.Range(0, count).Select(index => new DateTime(year, month, 1).AddMonths(index).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public FittedModel Fit(ITrainer trainer, int[]? rows = null, IEngineLog? log = null, int threads = 1, params (string Name, string Value)[] settings)
    {
        IEngineLog receiver = log ?? new RecordingLog();
        HyperparameterValues values = HyperparameterParser.Parse(trainer, [.. settings.Select(pair => new HyperparameterSetting(pair.Name, pair.Value, SourceLocation.None))], receiver);
        return new ModelFit(this.Contract, trainer, values) { MaximumThreads = threads }.Run(this.Table, rows ?? this.AllRows, receiver, CancellationToken.None);
    }

    public PredictionModel Model(ITrainer trainer, int[]? rows = null, IEngineLog? log = null, params (string Name, string Value)[] settings) =>
        PredictionModel.Load(ModelFileBuilder.Build(this.Fit(trainer, rows, log, 1, settings)).ToBytes());

    public static double Predict(PredictionModel model, double time, string? group = null)
    {
        double[] score = [0];
        model.Score(group is null ? [time] : [time, model.CategoryCode(1, group)], score);
        return score[0];
    }

    private static SeriesTable Of(ColumnKind kind, IEnumerable<double> times, IEnumerable<double> values, IEnumerable<string>? groups)
    {
        List<DataColumn> columns = [new MemoryColumn(new ContractColumn("when", "When", ColumnRole.Time, kind), [.. times], [])];
        if (groups is not null)
        {
            List<string> names = [.. groups.Distinct()];
            columns.Add(new MemoryColumn(new ContractColumn("store", "Store", ColumnRole.Group, ColumnKind.Categorical), [.. groups.Select(name => (double)names.IndexOf(name))], names));
        }

        columns.Add(new MemoryColumn(new ContractColumn("sales", "Sales", ColumnRole.Label, ColumnKind.Numeric), [.. values], []));
        int rows = columns[0].Values.Length;
        ModelContract contract = new(ModelTask.Forecasting, new EquatableArray<ContractColumn>(columns.Select(column => column.Schema)));
        return new SeriesTable(contract, new DataTable(rows, columns, new string('0', 64), new ulong[rows]));
    }
}
