namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>A form of exponential smoothing.</summary>
/// <param name="Trend">The trend.</param>
/// <param name="Season">The season.</param>
internal sealed record SmoothingForm(TrendForm Trend, SeasonForm Season)
{
    /// <summary>Whether there is a trend.</summary>
    public bool HasTrend => this.Trend != TrendForm.None;

    /// <summary>Whether the trend fades.</summary>
    public bool IsDamped => this.Trend == TrendForm.Damped;

    /// <summary>Whether there is a season.</summary>
    public bool HasSeason => this.Season != SeasonForm.None;

    /// <summary>Whether the season multiplies.</summary>
    public bool Multiplies => this.Season == SeasonForm.Multiplicative;

    /// <summary>What of the form so many values can carry: a season needs two of its length, and there must be two values more than parameters.</summary>
    /// <param name="length">How many values there are.</param>
    /// <param name="season">The length of a season.</param>
    public SmoothingForm For(int length, int season)
    {
        SmoothingForm form = season < 2 || length < 2 * season ? this with { Season = SeasonForm.None } : this;
        form = length < new SmoothingLayout(form, season).Count + 2 && form.HasTrend ? form with { Trend = TrendForm.None } : form;
        return length < new SmoothingLayout(form, season).Count + 2 ? new SmoothingForm(TrendForm.None, SeasonForm.None) : form;
    }
}
