namespace ModelSdk.Engine.Plugins;

/// <summary>The trainers of optional packages.</summary>
public static class OptionalTrainers
{
    /// <summary>The value of <c>ModelTrainer</c> that needs <see cref="LightGbmPackage"/>.</summary>
    public const string LightGbm = "LightGbm";

    /// <summary>The package that trains with LightGBM.</summary>
    public const string LightGbmPackage = "ModelSdk.LightGbm";
}
