using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;
using ModelSdk.Store;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Engine.Lineages;

public sealed class EnvironmentTests : IDisposable
{
    private readonly StationProject project = new();

    public EnvironmentTests()
    {
        this.project.Commit("First");
        this.project.Write("data.csv", StationProject.Rows(500));
        this.project.Commit("Second");
    }

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_rollback_puts_back_what_was_in_place_before_and_a_second_one_goes_further()
    {
        this.project.Write("data.csv", StationProject.Rows(450));
        this.project.Commit("Third");
        this.project.Promote("0.1.0", "production");
        this.project.Promote("0.2.0", "production");
        this.project.Promote("0.3.0", "production");

        this.project.Change().Rollback("production", "Complaints", null);
        Assert.Equal("0.2.0", this.InPlace());
        this.project.Change().Rollback("production", "More complaints", null);
        Assert.Equal("0.1.0", this.InPlace());
        StoreException nothing = Assert.Throws<StoreException>(() => this.project.Change().Rollback("production", "Even more", null));
        Assert.Equal(StoreDiagnostics.EnvironmentEmpty, nothing.Diagnostic);
        Assert.Equal(5, this.project.Lineage.Environment("production").Events.Count);
    }

    [Fact]
    public void A_rollback_can_name_its_version()
    {
        this.project.Promote("0.2.0", "production");
        this.project.Change().Rollback("production", "Back to the first", "0.1.0");
        Assert.Equal("0.1.0", this.InPlace());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_rollback_needs_a_reason(string reason)
    {
        this.project.Promote("0.1.0", "production");
        Assert.Equal(LineageDiagnostics.EmptyReason, Assert.Throws<StoreException>(() => this.project.Change().Rollback("production", reason, null)).Diagnostic);
    }

    [Fact]
    public void Promoting_what_is_in_place_writes_nothing()
    {
        this.project.Promote("0.1.0", "production");
        this.project.Promote("0.1.0", "production");
        Assert.Single(this.project.Lineage.Environment("production").Events);
        Assert.True(this.project.Output.Said("already"));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("Production")]
    [InlineData("decade")]
    [InlineData("parent")]
    [InlineData("nul")]
    [InlineData("")]
    public void An_environment_has_a_name_that_is_no_path_and_no_id(string name)
    {
        Assert.Equal(StoreDiagnostics.InvalidName, Assert.Throws<StoreException>(() => this.project.Promote("0.1.0", name)).Diagnostic);
        Assert.Empty(this.project.Lineage.Environments);
    }

    [Fact]
    public void What_cannot_run_is_not_promoted()
    {
        File.Delete(this.project.Store.Objects.PathOf(this.project.Lineage.Resolve("0.1.0").ModelDigest));
        Assert.Equal(StoreDiagnostics.MissingObject, Assert.Throws<StoreException>(() => this.project.Promote("0.1.0", "production")).Diagnostic);
        Assert.Empty(this.project.Lineage.Environments);
    }

    [Fact]
    public void A_gate_of_the_environment_is_judged_by_the_recorded_evaluation()
    {
        GateSpecification gate = new(MetricCatalog.Find("R2")!, [new GateBound(GateBoundKind.Min, new GateLimit(0.9999, "0.9999"))], DiagnosticSeverity.Error, new SourceLocation("Fare.csproj", 7, 5)) { Environment = "production" };
        ModelBuildException refused = Assert.Throws<ModelBuildException>(() => this.Promote("production", gate));
        Assert.Equal(LineageDiagnostics.PromotionRefused, refused.Diagnostic);
        Assert.Equal(7, refused.Location.Line);
        Assert.Empty(this.project.Lineage.Environments);

        this.Promote("staging", gate);
        Assert.Equal("0.2.0", this.project.Lineage.Environment("staging").Heads[0].Value.Version);
    }

    [Fact]
    public void A_gate_of_an_environment_is_left_alone_by_builds()
    {
        this.project.Item("MetricGate", "R2", ("Min", "0.9999"), ("Environment", "production"));
        Assert.True(this.project.Run());
        Assert.Single(GateReader.Read(this.project.Options().Items, ModelTask.Regression, new StationLog("test", DiagnosticPolicy.None, this.project.Output))!);
    }

    [Fact]
    public void A_version_whose_waiver_has_expired_is_not_promoted()
    {
        this.project.Write("data.csv", StationProject.Rows(450));
        this.project.Item("MetricGate", "R2", ("Min", "0.9999"));
        this.project.Item("GateWaiver", "R2", ("Reason", "Soon better"), ("Expires", "2999-01-01"));
        this.project.Commit("Waived");

        Assert.Throws<ModelBuildException>(() => this.Promote("production", day: new DateOnly(2999, 1, 2)));
        this.Promote("production", day: new DateOnly(2999, 1, 1));
        Assert.Equal("0.3.0", this.InPlace());
    }

    [Fact]
    public void A_clock_that_went_back_makes_no_waiver_valid_again()
    {
        this.project.Write("data.csv", StationProject.Rows(450));
        this.project.Item("MetricGate", "R2", ("Min", "0.9999"));
        this.project.Item("GateWaiver", "R2", ("Reason", "Soon better"), ("Expires", "2030-01-01"));
        this.project.Commit("Waived");
        this.project.RemoveItems("MetricGate");
        this.project.RemoveItems("GateWaiver");
        this.project.Write("data.csv", StationProject.Rows(460));
        this.project.Clock = new FixedClock("2030-01-02T00:00:00Z");
        this.project.Commit("Later");

        PromotionCheck check = new("production", [], new DateOnly(2026, 11, 24), new StationLog("promote", DiagnosticPolicy.None, this.project.Output));
        Assert.Throws<ModelBuildException>(() => this.project.Change().Promote("0.3.0", "production", "", check.Run));
        this.project.Change().Promote("0.4.0", "production", "", check.Run);
        Assert.Equal("0.4.0", this.InPlace());
    }

    [Fact]
    public void A_clock_that_went_back_changes_no_order_and_is_warned_of()
    {
        this.project.Clock = new FixedClock("2026-11-24T12:00:00Z");
        this.project.Promote("0.1.0", "production");
        this.project.Clock = new FixedClock("2026-11-24T11:00:00Z");
        this.project.Promote("0.2.0", "production");

        Assert.Equal("0.2.0", this.InPlace());
        Assert.Contains("MODEL4014", this.project.Output.Codes);
        Assert.Equal(["0.1.0", "0.2.0"], this.project.Lineage.Environment("production").Events.Select(happened => happened.Value.Version));
    }

    [Fact]
    public void A_retired_leaf_is_not_followed()
    {
        string first = this.project.Lineage.Resolve("0.1.0").Id;
        this.project.Write("data.csv", StationProject.Rows(450));
        this.project.Commit("Dead end", first);
        Assert.Equal(2, this.project.Lineage.Leaves.Count);

        this.project.Change().Retire(Assert.Single(this.project.Lineage.Leaves, leaf => leaf.Reason == "Dead end").Id, "It led nowhere");
        Assert.Equal("Second", Assert.Single(this.project.Lineage.Leaves).Reason);
        this.project.Write("data.csv", StationProject.Rows(460));
        VersionRecord next = this.project.Commit("On from the second")!.Record;
        Assert.Equal("Second", this.project.Lineage.Find(Assert.Single(next.Parents))!.Reason);
    }

    [Fact]
    public void Only_the_end_of_a_branch_can_be_retired() =>
        Assert.Contains("0.2.0", Assert.Throws<StoreException>(() => this.project.Change().Retire("0.1.0", "Old")).Message, StringComparison.Ordinal);

    private string InPlace() => this.project.Lineage.Resolve("production").Number.ToString();

    private void Promote(string environment, GateSpecification? gate = null, DateOnly? day = null)
    {
        StationLog log = new("promote", DiagnosticPolicy.None, this.project.Output);
        PromotionCheck check = new(environment, gate is null ? [] : [gate], day ?? new DateOnly(2026, 11, 24), log);
        this.project.Change().Promote("parent", environment, "", check.Run);
    }
}
