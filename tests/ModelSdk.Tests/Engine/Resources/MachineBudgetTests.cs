using ModelSdk.Engine.Resources;

namespace ModelSdk.Tests.Engine.Resources;

public sealed class MachineBudgetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("modelsdk-budget-").FullName;

    public void Dispose() => Directory.Delete(this.folder, recursive: true);

    [Fact]
    public void Cores_are_shared_until_none_is_left()
    {
        MachineBudget budget = new(this.folder, 3, 1000);
        using MachineClaim first = budget.Take(2, 1, Waits, CancellationToken.None);
        using MachineClaim second = budget.Take(2, 1, Waits, CancellationToken.None);
        Assert.Equal((2, 1), (first.Cores, second.Cores));
        Assert.True(HasToWait(budget, 1, 1));
    }

    [Fact]
    public void What_is_released_can_be_taken_again()
    {
        MachineBudget budget = new(this.folder, 1, 1000);
        budget.Take(1, 1, Waits, CancellationToken.None).Dispose();
        using MachineClaim again = budget.Take(1, 1, Waits, CancellationToken.None);
        Assert.Equal(1, again.Cores);
    }

    [Fact]
    public void Memory_that_would_not_suffice_has_to_wait_and_a_training_that_wants_all_runs_alone()
    {
        MachineBudget budget = new(this.folder, 8, 1000);
        using (budget.Take(1, 600, Waits, CancellationToken.None))
        {
            Assert.True(HasToWait(budget, 1, 500));
            using MachineClaim small = budget.Take(1, 400, Waits, CancellationToken.None);
        }

        using MachineClaim huge = budget.Take(1, 5000, Waits, CancellationToken.None);
        Assert.Equal(1, huge.Cores);
    }

    [Fact]
    public void The_claim_of_a_process_that_was_killed_counts_no_more()
    {
        // What a killed process leaves: the file, and nobody who holds it.
        File.WriteAllText(Path.Combine(this.folder, "dead.claim"), "1 900");
        MachineBudget budget = new(this.folder, 1, 1000);
        using MachineClaim claim = budget.Take(1, 500, Waits, CancellationToken.None);
        Assert.Equal(1, claim.Cores);
        Assert.False(File.Exists(Path.Combine(this.folder, "dead.claim")));
    }

    [Fact]
    public void A_wait_can_be_cancelled()
    {
        MachineBudget budget = new(this.folder, 1, 1000);
        using MachineClaim claim = budget.Take(1, 1, Waits, CancellationToken.None);
        using CancellationTokenSource cancellation = new();
        Assert.Throws<OperationCanceledException>(() => budget.Take(1, 1, cancellation.Cancel, cancellation.Token));
    }

    [Fact]
    public void Where_no_claim_can_be_written_nothing_is_shared()
    {
        string file = Path.Combine(this.folder, "file");
        File.WriteAllText(file, "");
        using MachineClaim claim = new MachineBudget(Path.Combine(file, "claims"), 2, 1000).Take(2, 1, Waits, CancellationToken.None);
        Assert.Equal(2, claim.Cores);
    }

    private static bool HasToWait(MachineBudget budget, int cores, long bytes)
    {
        using CancellationTokenSource cancellation = new();
        try
        {
            budget.Take(cores, bytes, cancellation.Cancel, cancellation.Token).Dispose();
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private static void Waits() => Assert.Fail("Nobody else holds what was asked for.");
}
