using System.Globalization;
using ModelSdk.Cli.Graph;

namespace ModelSdk.Tests.Cli;

public sealed class LineageGraphTests
{
    [Fact]
    public void A_chain_is_one_lane() => Assert.Equal(
        """
        * C
        * B
        * A
        """,
        Draw("C:B", "B:A", "A"));

    [Fact]
    public void Two_branches_come_from_one_version() => Assert.Equal(
        """
        * C
        | * B
        |/
        * A
        """,
        Draw("C:A", "B:A", "A"));

    [Fact]
    public void A_merge_leads_to_both_parents() => Assert.Equal(
        """
        * D
        |\
        | * C
        * | B
        |/
        * A
        """,
        Draw("D:B,C", "C:A", "B:A", "A"));

    [Fact]
    public void A_criss_cross_leads_each_merge_to_both_parents() => Assert.Equal(
        """
        * E
        |\
        | | * D
        | |/|
        |/| |
        | |/
        * | C
        | * B
        |/
        * A
        """,
        Draw("E:C,B", "D:B,C", "C:A", "B:A", "A"));

    [Fact]
    public void A_second_root_stands_alone() => Assert.Equal(
        """
        * D
        | * C
        * | B
         /
        * A
        """,
        Draw("D:B", "C:A", "B", "A"));

    [Fact]
    public void An_octopus_has_its_parents_in_order() => Assert.Equal(
        """
        * E
        |\
        |\ \
        * | | B
        | * | C
        |/ /
        | * D
        |/
        * A
        """,
        Draw("E:B,C,D", "B:A", "C:A", "D:A", "A"));

    [Fact]
    public void A_missing_parent_ends_its_lane() => Assert.Equal(
        """
        * C
        |\
        | * B
        * A
        """,
        Draw("C:A,gone,B", "B:gone", "A:gone"));

    [Fact]
    public void A_way_to_a_far_lane_passes_the_others() => Assert.Equal(
        """
        * E
        | * D
        | | * C
        | | | * B
        | |_|/
        |/| |
        * | | A
         / /
        * | X
         /
        * Y
        """,
        Draw("E:A", "D:X", "C:Y", "B:A", "A", "X", "Y"));

    [Fact]
    public void A_merge_with_a_far_lane_passes_the_others() => Assert.Equal(
        """
        * L
        | * M
        | | * N
        | | | * O
        * | | | K
        |\|_| |
        | | |\|
        * | | | J
        """,
        string.Join('\n', Draw("L:K", "M:X", "N:Y", "O:Z", "K:J,Z", "J:I", "X", "Y", "Z", "I").Split('\n').Take(8)));

    [Fact]
    public void A_parent_that_is_named_twice_is_one_lane() => Assert.Equal("* B\n* A", Draw("B:A,A", "A"));

    [Fact]
    public void Nodes_in_the_wrong_order_leave_no_lane_behind() => Assert.Equal("* A\n* B", Draw("A", "B:A"));

    [Fact]
    public void Ten_thousand_versions_with_merges_stay_narrow()
    {
        const int Count = 10_000;
        // Every third version is a side branch that the next but one merges.
        GraphNode[] nodes = [.. Enumerable.Range(0, Count).Select(index => Count - 1 - index).Select(number => new GraphNode(Id(number), Parents(number)))];
        IReadOnlyList<GraphRow> rows = [.. LineageGraph.Draw(nodes)];

        Assert.Equal(Count, rows.Count);
        Assert.All(rows, row => Assert.InRange(row.Prefix.Length, 1, 9));
        Assert.Equal("*", rows[^1].Prefix);

        static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

        static string[] Parents(int number) => (number % 3, number) switch
        {
            (_, 0) => [],
            (_, < 3) => [Id(number - 1)],
            (1, _) => [Id(number - 1), Id(number - 2)],
            (2, _) => [Id(number - 1)],
            _ => [Id(number - 2)],
        };
    }

    private static string Draw(params string[] nodes)
    {
        GraphNode[] parsed = [.. nodes.Select(node => node.Split(':')).Select(parts => new GraphNode(parts[0], parts.Length > 1 ? parts[1].Split(',') : []))];
        return string.Join('\n', LineageGraph.Draw(parsed).SelectMany((row, index) => row.Below.Prepend($"{row.Prefix} {parsed[index].Id}")));
    }
}
