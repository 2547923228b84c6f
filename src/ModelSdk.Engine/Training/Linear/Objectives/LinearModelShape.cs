namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>Where the parameters of a linear model stand: for each output the coefficients, then for each output the intercept.</summary>
/// <param name="Width">The number of columns of the design.</param>
/// <param name="Outputs">The number of margins of a row.</param>
/// <param name="Intercept">Whether intercepts are parameters of their own.</param>
internal sealed record LinearModelShape(int Width, int Outputs, bool Intercept)
{
    /// <summary>The number of coefficients of all outputs.</summary>
    public int CoefficientCount => this.Width * this.Outputs;

    /// <summary>The number of all parameters.</summary>
    public int ParameterCount => this.CoefficientCount + this.Outputs;

    /// <summary>Where the intercept of an output stands.</summary>
    public int InterceptPlace(int output) => this.CoefficientCount + output;

    /// <summary>The coefficients of an output.</summary>
    public Span<double> Coefficients(Span<double> parameters, int output) => parameters.Slice(output * this.Width, this.Width);
}
