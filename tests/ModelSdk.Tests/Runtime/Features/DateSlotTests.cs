using System.Globalization;
using CsCheck;
using ModelSdk.Contracts.Models;
using ModelSdk.Runtime;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Tests.Runtime.Features;

public sealed class DateSlotTests
{
    [Theory]
    [InlineData("2024-02-29T13:00:00Z", 2024, 2, 29, 60, 4, 13)]
    [InlineData("1969-12-31T23:59:59.9994Z", 1969, 12, 31, 365, 3, 23)]
    [InlineData("2023-01-01T00:00:00Z", 2023, 1, 1, 1, 7, 0)]
    [InlineData("2023-01-01T01:30:00+02:00", 2022, 12, 31, 365, 6, 23)]
    [InlineData("0001-01-01T00:00:00Z", 1, 1, 1, 1, 1, 0)]
    [InlineData("9999-12-31T00:00:00Z", 9999, 12, 31, 365, 5, 0)]
    public void The_parts_are_those_of_the_calendar_in_utc(string date, int year, int month, int day, int dayOfYear, int dayOfWeek, int hour)
    {
        double slot = SlotValue.Of(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture));
        DatePart[] parts = [DatePart.Year, DatePart.Month, DatePart.DayOfMonth, DatePart.DayOfYear, DatePart.DayOfWeek, DatePart.Hour];
        Assert.Equal([year, month, day, dayOfYear, dayOfWeek, hour], parts.Select(part => DateSlot.Part(part, slot, 0)));
    }

    [Fact]
    public void Every_full_hour_of_every_day_has_its_own_number() => Gen.Select(Gen.Int[-700_000, 2_900_000], Gen.Int[0, 23]).Sample(
        (day, hour) => Assert.Equal(hour, DateSlot.Part(DatePart.Hour, SlotValue.Of(DateTimeOffset.UnixEpoch.AddDays(day).AddHours(hour)), 0)), iter: 5_000);

    [Fact]
    public void Elapsed_days_count_from_the_origin_and_missing_stays_missing()
    {
        Assert.Equal(-0.5, DateSlot.Part(DatePart.Elapsed, 99.5, 100));
        Assert.Equal(double.NaN, DateSlot.Part(DatePart.Month, double.NaN, 0));
    }

    [Theory]
    [InlineData(1e300, 9999)]
    [InlineData(-1e300, 1)]
    public void A_day_beyond_the_calendar_counts_as_the_last_within(double days, int year) => Assert.Equal(year, DateSlot.Part(DatePart.Year, days, 0));

    [Theory]
    [InlineData(DatePart.Month, 31 + 28 + 31, 0.25)]
    [InlineData(DatePart.DayOfWeek, 4, 0)]
    [InlineData(DatePart.Hour, 0.75, 0.75)]
    public void A_part_with_a_cycle_is_a_share_of_a_turn(DatePart part, double days, double turns) => Assert.Equal(turns, DateSlot.Turns(part, days));

    [Theory]
    [InlineData(12.0, false)]
    [InlineData(12.25, true)]
    [InlineData(double.NaN, false)]
    public void A_time_of_day_is_seen(double days, bool expected) => Assert.Equal(expected, DateSlot.HasTime(days));
}
