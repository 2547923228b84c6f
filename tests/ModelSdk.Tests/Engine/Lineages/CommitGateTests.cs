using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Engine.Lineages;

/// <summary>What a failed, a waived and a loosened gate mean for a commit.</summary>
public sealed class CommitGateTests : IDisposable
{
    private readonly StationProject project = new();

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_failed_gate_is_not_committed()
    {
        this.project.Item("MetricGate", "R2", ("Min", "0.999"));
        Assert.Null(this.project.Commit("Please"));
        Assert.Contains("MODEL3101", this.project.Output.Codes);
        Assert.Empty(this.project.Lineage.Versions);
    }

    [Theory]
    [InlineData("Warning")]
    [InlineData("Off")]
    public void A_gate_mode_that_lets_builds_pass_lets_no_commit_pass(string mode)
    {
        this.project.Item("MetricGate", "R2", ("Min", "0.999"));
        this.project.Set("ModelGate", mode);
        Assert.True(this.project.Run());
        Assert.Null(this.project.Commit("Please"));
        Assert.Contains("MODEL4102", this.project.Output.Codes);
        Assert.Empty(this.project.Lineage.Versions);
    }

    [Fact]
    public void A_waiver_lets_a_failed_gate_pass_until_its_day_and_is_recorded()
    {
        this.project.Item("MetricGate", "R2", ("Min", "0.999"));
        this.project.Item("GateWaiver", "R2", ("Reason", "The new zone has few rides yet."), ("Expires", "2026-11-24"));
        this.project.Clock = new FixedClock("2026-11-24T23:59:59Z");

        VersionRecord record = this.project.Commit("Waived")!.Record;
        JsonValue waiver = Assert.Single(record.Waivers!.Items);
        Assert.Equal("The new zone has few rides yet.", waiver["reason"]!.Text);
        Assert.Equal("2026-11-24", waiver["expires"]!.Text);
        Assert.Equal(DiagnosticSeverity.Warning, this.project.Output.Diagnostics.Single(diagnostic => diagnostic.Code == "MODEL3101").Severity);
    }

    [Fact]
    public void An_expired_waiver_still_lets_builds_pass_but_no_commit()
    {
        this.project.Item("MetricGate", "R2", ("Min", "0.999"));
        this.project.Item("GateWaiver", "R2", ("Reason", "Later"), ("Expires", "2026-11-23"));
        this.project.Clock = new FixedClock("2026-11-24T00:00:00Z");

        Assert.True(this.project.Run());
        Assert.Null(this.project.Commit("Waived"));
        Assert.Contains("MODEL4102", this.project.Output.Codes);
    }

    [Fact]
    public void A_clock_that_was_set_back_revives_no_waiver_and_is_warned_of()
    {
        this.project.Clock = new FixedClock("2026-11-24T00:00:00Z");
        this.project.Commit("First");
        this.project.Write("data.csv", StationProject.Rows(500));
        this.project.Item("MetricGate", "R2", ("Min", "0.999"));
        this.project.Item("GateWaiver", "R2", ("Reason", "Later"), ("Expires", "2026-11-20"));
        this.project.Clock = new FixedClock("2026-11-19T00:00:00Z");

        Assert.Null(this.project.Commit("Second"));
        Assert.Contains("MODEL4014", this.project.Output.Codes);
        Assert.Contains("MODEL4102", this.project.Output.Codes);
    }

    [Fact]
    public void Loosened_and_removed_gates_are_named_in_the_build_and_recorded()
    {
        this.project.Item("MetricGate", "R2", ("Min", "0.5"));
        this.project.Item("MetricGate", "Mae", ("Max", "100"));
        this.project.Commit("Strict");
        this.project.RemoveItems("MetricGate");
        this.project.Item("MetricGate", "R2", ("Min", "0.4"));
        this.project.Write("data.csv", StationProject.Rows(500));
        this.project.Run();

        Assert.True(this.project.Output.Said("Min on R2 went from 0.5 to 0.4"));
        Assert.True(this.project.Output.Said("Max on Mae (100) was removed"));
        Assert.Contains("went from 0.5 to 0.4", JsonText.Canonical(this.project.Commit("Loose")!.Record.Changes!), StringComparison.Ordinal);
    }
}
