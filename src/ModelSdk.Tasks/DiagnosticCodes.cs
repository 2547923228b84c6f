namespace ModelSdk.Tasks;

/// <summary>The diagnostics that the build itself reports; all others come from the engine with their codes.</summary>
internal static class DiagnosticCodes
{
    /// <summary>A file under <c>obj</c> cannot be written; the engine has the same code for it.</summary>
    public const string OutputNotWritable = "MODEL0005";

    /// <summary>The project asks for another version of the SDK than the one that MSBuild loaded.</summary>
    public const string OtherSdkVersion = "MODEL0010";

    /// <summary>A data path is absolute, so the project builds on one machine only.</summary>
    public const string AbsoluteDataPath = "MODEL0011";

    /// <summary>A model setting depends on the target framework or the runtime identifier.</summary>
    public const string FrameworkDependentModel = "MODEL0012";

    /// <summary>The project is not a C# project.</summary>
    public const string NotCSharp = "MODEL0013";

    /// <summary>The engine ended without saying so.</summary>
    public const string EngineEndedUnexpectedly = "MODEL2900";

    /// <summary>The engine could not be started.</summary>
    public const string EngineNotStartable = "MODEL2901";

    /// <summary>Gives the page that explains <paramref name="code"/>.</summary>
    public static string HelpLink(string code) => "https://modelsdk.github.io/diagnostics/" + code;
}
