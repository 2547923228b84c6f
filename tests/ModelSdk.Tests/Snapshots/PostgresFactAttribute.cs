namespace ModelSdk.Tests.Snapshots;

/// <summary>A test that needs a real PostgreSQL, and is skipped where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => this.Skip = PostgresCluster.Programs is null ? "PostgreSQL is not installed (Debian: apt-get install postgresql)." : null;
}
