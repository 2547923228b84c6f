namespace ModelSdk.Cli.Graph;

/// <summary>
/// Draws what follows what, as <c>git log --graph</c> does. Each lane leads down to one node that is still to come; a node takes its own lane and
/// hands it to its first parent. Lanes that lead to the same node are joined at once, so there are never more than needed.
/// </summary>
internal sealed class LineageGraph
{
    private readonly List<string> lanes = [];
    private readonly HashSet<string> ahead;

    private LineageGraph(IEnumerable<string> ids) => this.ahead = new(ids, StringComparer.Ordinal);

    /// <summary>Draws nodes. Time and memory are proportional to the number of lines that are taken times the number of lanes.</summary>
    /// <param name="nodes">The nodes, each before its parents. Parents that are not among them are left out.</param>
    /// <returns>A row for each node, in the same order; drawn when it is taken, once.</returns>
    public static IEnumerable<GraphRow> Draw(IReadOnlyList<GraphNode> nodes)
    {
        LineageGraph graph = new(nodes.Select(node => node.Id));
        return nodes.Select(graph.Next);
    }

    private GraphRow Next(GraphNode node)
    {
        this.ahead.Remove(node.Id);
        int lane = this.LaneOf(node.Id);
        LanePen pen = new(this.lanes.Count);
        pen.Straight(0, this.lanes.Count);
        pen.Node(lane);
        string[] parents = [.. node.Parents.Where(this.ahead.Contains).Distinct()];
        List<string> below = [];
        // From the last to the second, so that each new lane is beside the node, and they stand in the order of the parents.
        foreach (string parent in parents.Skip(1).Reverse())
        {
            below.AddRange(this.Branch(lane, parent));
        }

        below.AddRange(parents.Length == 0 ? this.End(lane) : this.Follow(lane, parents[0]));
        return new GraphRow(pen.ToString(), below);
    }

    private int LaneOf(string id)
    {
        int lane = this.lanes.IndexOf(id);
        if (lane < 0)
        {
            lane = this.lanes.Count;
            this.lanes.Add(id);
        }

        return lane;
    }

    /// <summary>Leads from a lane to a further parent: in the lane that leads there already, or in a new one to the right.</summary>
    private IEnumerable<string> Branch(int lane, string parent)
    {
        int target = this.lanes.IndexOf(parent);
        if (target >= 0)
        {
            return target > lane ? this.ToTheRight(lane, target) : this.ToTheLeft(lane, target, ends: false);
        }

        LanePen pen = new(this.lanes.Count + 1);
        pen.Straight(0, lane + 1);
        pen.Fall(lane, this.lanes.Count);
        this.lanes.Insert(lane + 1, parent);
        return [pen.ToString()];
    }

    /// <summary>Hands a lane to the first parent; of two lanes that lead there the left one stays.</summary>
    private IEnumerable<string> Follow(int lane, string parent)
    {
        int other = this.lanes.IndexOf(parent);
        if (other < 0)
        {
            this.lanes[lane] = parent;
            return [];
        }

        (int left, int right) = (Math.Min(lane, other), Math.Max(lane, other));
        IEnumerable<string> lines = this.ToTheLeft(right, left, ends: true);
        this.lanes[left] = parent;
        this.lanes.RemoveAt(right);
        return lines;
    }

    /// <summary>Ends a lane; those to the right of it move up.</summary>
    private IEnumerable<string> End(int lane)
    {
        this.lanes.RemoveAt(lane);
        if (lane == this.lanes.Count)
        {
            return [];
        }

        LanePen pen = new(this.lanes.Count + 1);
        pen.Straight(0, lane);
        pen.Rise(lane + 1, this.lanes.Count + 1);
        return [pen.ToString()];
    }

    private IEnumerable<string> ToTheRight(int from, int to)
    {
        LanePen first = new(this.lanes.Count);
        first.Straight(0, this.lanes.Count);
        first.Fall(from, from + 1);
        if (to - from == 1)
        {
            return [first.ToString()];
        }

        first.Level(from + 1, to - 1);
        LanePen second = new(this.lanes.Count);
        second.Straight(0, this.lanes.Count);
        second.Fall(to - 1, to);
        return [first.ToString(), second.ToString()];
    }

    /// <summary>Leads from a lane to one on the left; where the lane ends thereby, those behind it move up.</summary>
    private IEnumerable<string> ToTheLeft(int from, int to, bool ends)
    {
        LanePen first = new(this.lanes.Count);
        first.Straight(0, ends ? from : this.lanes.Count);
        first.Rise(from, ends ? this.lanes.Count : from + 1);
        if (from - to == 1)
        {
            return [first.ToString()];
        }

        first.Level(to + 1, from - 1);
        int remaining = ends ? this.lanes.Count - 1 : this.lanes.Count;
        LanePen second = new(remaining);
        second.Straight(0, remaining);
        second.Rise(to + 1, to + 2);
        return [first.ToString(), second.ToString()];
    }
}
