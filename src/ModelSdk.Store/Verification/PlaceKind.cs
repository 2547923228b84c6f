namespace ModelSdk.Store.Verification;

/// <summary>What a file or folder is in its place.</summary>
internal enum PlaceKind
{
    /// <summary>Part of the store, to be verified.</summary>
    Part,

    /// <summary>Written by ModelSdk or by git, and holds nothing to verify.</summary>
    PassedOver,

    /// <summary>A model or an environment that no release would have named so.</summary>
    Misnamed,

    /// <summary>Nothing that a release writes there.</summary>
    Foreign,
}
