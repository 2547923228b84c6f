using CsCheck;
using ModelSdk.Runtime.Kernels;

namespace ModelSdk.Tests.Runtime;

public sealed class ForecastGridTests
{
    [Fact]
    public void A_step_of_months_leads_to_its_time_and_back() =>
        Gen.Select(Gen.Int[-300_000, 1_000_000], Gen.Int[0, 86_399], Gen.Int[1, 24], Gen.Long[-2000, 2000]).Sample((day, second, months, step) =>
        {
            double origin = day + (second / 86_400.0);
            ForecastGrid grid = new(origin, months, ForecastGrid.DateOf(origin).Day);
            double time = grid.TimeOf(step);
            return double.IsNaN(time) || (grid.TryStep(time, out long found) && found == step && !grid.TryStep(time + 0.25, out _));
        });

    [Fact]
    public void A_step_of_fixed_length_leads_to_its_time_and_back() =>
        Gen.Select(Gen.Int[0, 30_000], Gen.Int[1, 10_080], Gen.Long[-5000, 5000]).Sample((day, minutes, step) =>
        {
            ForecastGrid grid = new(day, minutes / 1440.0, 0);
            return grid.TryStep(grid.TimeOf(step), out long found) && found == step && !grid.TryStep(grid.TimeOf(step) + (grid.Step / 3), out _);
        });

    [Theory]
    [InlineData("2024-02-29", 1, "2024-03-31")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", -12, "2023-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-29")]
    public void The_last_day_of_a_month_stays_the_last(string origin, long step, string expected)
    {
        ForecastGrid grid = new(Day(origin), 1, 31);
        Assert.Equal(Day(expected), grid.TimeOf(step));
    }

    [Fact]
    public void Months_outside_the_calendar_have_no_time()
    {
        ForecastGrid grid = new(Day("2024-01-01"), 12, 1);
        Assert.True(double.IsNaN(grid.TimeOf(8000)) && double.IsNaN(grid.TimeOf(-2024)));
        Assert.False(grid.TryStep(1e7, out _));
        Assert.False(grid.TryStep(-1e7, out _));
    }

    private static double Day(string date) => (DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture) - DateTime.UnixEpoch).TotalDays;
}
