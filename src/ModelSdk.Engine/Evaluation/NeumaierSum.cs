namespace ModelSdk.Engine.Evaluation;

/// <summary>
/// A compensated sum (Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974). Its terms are added in
/// the order given, so that equal inputs give equal bits; the compensation keeps the error near one rounding whatever their number.
/// </summary>
internal struct NeumaierSum
{
    private double sum;
    private double compensation;

    /// <summary>The sum so far.</summary>
    public readonly double Value => double.IsFinite(this.sum) ? this.sum + this.compensation : this.sum;

    /// <summary>Adds a term.</summary>
    public void Add(double term)
    {
        double next = this.sum + term;
        this.compensation += Math.Abs(this.sum) >= Math.Abs(term) ? (this.sum - next) + term : (term - next) + this.sum;
        this.sum = next;
    }

    /// <summary>The sum of the terms in their order.</summary>
    public static double Of(ReadOnlySpan<double> terms)
    {
        NeumaierSum total = default;
        foreach (double term in terms)
        {
            total.Add(term);
        }

        return total.Value;
    }

    /// <summary>The sum of the products of terms and weights, in their order.</summary>
    public static double OfWeighted(ReadOnlySpan<double> terms, ReadOnlySpan<double> weights)
    {
        NeumaierSum total = default;
        for (int row = 0; row < terms.Length; row++)
        {
            total.Add(terms[row] * weights[row]);
        }

        return total.Value;
    }
}
