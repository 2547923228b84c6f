namespace ModelSdk.Tests.LightGbm;

/// <inheritdoc cref="LightGbmFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LightGbmTheoryAttribute : TheoryAttribute
{
    public LightGbmTheoryAttribute() => this.Skip = LightGbmFactAttribute.Reason;
}
