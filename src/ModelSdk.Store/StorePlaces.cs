namespace ModelSdk.Store;

/// <summary>Where what lies in a store; FORMAT.md of the contracts describes it.</summary>
internal static class StorePlaces
{
    public const string ObjectsName = "objects";
    public const string Sha256Name = "sha256";
    public const string VersionsName = "versions";
    public const string EnvironmentsName = "environments";
    public const string RetirementsName = "retirements";

    public static string Versions(StoreFolder folder, string model) => folder.At(model, VersionsName);

    public static string Environments(StoreFolder folder, string model) => folder.At(model, EnvironmentsName);

    public static string Retirements(StoreFolder folder, string model) => folder.At(model, RetirementsName);

    public static string Index(StoreFolder folder, string model) => folder.At(StoreFolder.Local, model + ".index");

    public static string Lock(StoreFolder folder) => folder.At(StoreFolder.Local, "store.lock");
}
