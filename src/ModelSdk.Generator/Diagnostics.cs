using Microsoft.CodeAnalysis;

namespace ModelSdk.Generator;

/// <summary>The generator's diagnostics, as the compiler wants them; numbers and titles are those of the registry in ModelSdk.Contracts.</summary>
internal static class Diagnostics
{
    private const string Category = "ModelSdk";
    private const string HelpPage = "https://modelsdk.github.io/diagnostics/";

    /// <summary>The contract cannot be read.</summary>
    public static readonly DiagnosticDescriptor InvalidContract = new(
        "MODEL5001", "The contract is not valid", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpPage + "MODEL5001");

    /// <summary>A property cannot be a member of the generated type.</summary>
    public static readonly DiagnosticDescriptor PropertyClash = new(
        "MODEL5002", "A property clashes with a generated name", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpPage + "MODEL5002");

    /// <summary>The model has no usable name.</summary>
    public static readonly DiagnosticDescriptor InvalidModelName = new(
        "MODEL5003", "The model's name cannot name a class", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpPage + "MODEL5003");

    /// <summary>There is a second contract.</summary>
    public static readonly DiagnosticDescriptor SecondContract = new(
        "MODEL5004", "A model project has one contract", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpPage + "MODEL5004");
}
