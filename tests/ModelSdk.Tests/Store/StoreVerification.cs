namespace ModelSdk.Tests.Store;

/// <summary>A good store: two versions, a promotion and a rollback, a retirement.</summary>
public abstract class StoreVerification : IDisposable
{
    private protected StoreVerification()
    {
        this.First = this.Temporary.Add("0.1.0");
        this.Second = this.Temporary.Add("0.2.0", this.First);
        this.Promotion = this.Temporary.Promote("production", this.Second);
        this.Temporary.RollBack("production", this.First, this.Promotion);
        this.Temporary.Retire(this.Second);
    }

    private protected static string Nobody { get; } = new('0', 64);

    private protected TemporaryStore Temporary { get; } = new();

    private protected string First { get; }

    private protected string Second { get; }

    private protected string Promotion { get; }

    public void Dispose()
    {
        this.Temporary.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected string Relative(string path) => Path.GetRelativePath(this.Temporary.Root, path).Replace('\\', '/');

    /// <param name="expected">Codes and files relative to the store.</param>
    private protected void AssertFinds(params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), this.Temporary.Findings().Order(StringComparer.Ordinal));
}
