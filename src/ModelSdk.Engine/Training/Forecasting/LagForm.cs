namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>In which form a regression sees the values of a series.</summary>
/// <param name="Logarithm">Whether it works on logarithms.</param>
/// <param name="Difference">Whether it works on changes from step to step.</param>
internal readonly record struct LagForm(bool Logarithm, bool Difference)
{
    /// <summary>
    /// For a regression with a logarithmic link: it learns the values themselves, in units of the series' mean, from lags of ln(1 + value), so that
    /// both sides of it have one scale (Fokianos and Tjøstheim, "Log-linear Poisson autoregression", J. Multivariate Analysis 102, 2011, (2)).
    /// </summary>
    public static LagForm Counts { get; } = new(Logarithm: true, Difference: false) { IsCounts = true };

    /// <summary>Whether this is <see cref="Counts"/>.</summary>
    public bool IsCounts { get; private init; }

    /// <summary>What notes say about it, after the trainer's name.</summary>
    public string Description => this.IsCounts ? "" : $"{(this.Logarithm ? ", logarithms" : "")}{(this.Difference ? ", differences" : "")}";
}
