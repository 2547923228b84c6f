namespace ModelSdk.Store;

/// <summary>Orders versions and events by what they follow; times only decide where that leaves a choice.</summary>
public static class LineageOrder
{
    /// <summary>Puts everything after what it follows, the earlier first where there is a choice, then by id (Kahn, Communications of the ACM 5, 1962).</summary>
    /// <param name="ids">What to order.</param>
    /// <param name="parentsOf">What an id follows; ids that are not ordered here do not count.</param>
    /// <param name="timeOf">When it came about.</param>
    public static IReadOnlyList<string> ParentsFirst(IEnumerable<string> ids, Func<string, IReadOnlyList<string>> parentsOf, Func<string, DateTimeOffset> timeOf)
    {
        HashSet<string> all = new(ids, StringComparer.Ordinal);
        Dictionary<string, int> open = all.ToDictionary(id => id, id => parentsOf(id).Distinct().Count(all.Contains), StringComparer.Ordinal);
        Dictionary<string, List<string>> children = Children(all, parentsOf);
        PriorityQueue<string, (DateTimeOffset Time, string Id)> ready = new(new TimeThenId());
        foreach (string id in all.Where(id => open[id] == 0))
        {
            ready.Enqueue(id, (timeOf(id), id));
        }

        List<string> ordered = new(all.Count);
        while (ready.TryDequeue(out string? id, out _))
        {
            ordered.Add(id);
            foreach (string child in children.GetValueOrDefault(id) ?? [])
            {
                if (--open[child] == 0)
                {
                    ready.Enqueue(child, (timeOf(child), child));
                }
            }
        }

        return ordered;
    }

    private static Dictionary<string, List<string>> Children(HashSet<string> all, Func<string, IReadOnlyList<string>> parentsOf)
    {
        Dictionary<string, List<string>> children = new(StringComparer.Ordinal);
        foreach (string id in all)
        {
            foreach (string parent in parentsOf(id).Distinct().Where(all.Contains))
            {
                if (!children.TryGetValue(parent, out List<string>? list))
                {
                    children.Add(parent, list = []);
                }

                list.Add(id);
            }
        }

        return children;
    }

    private sealed class TimeThenId : IComparer<(DateTimeOffset Time, string Id)>
    {
        public int Compare((DateTimeOffset Time, string Id) x, (DateTimeOffset Time, string Id) y) =>
            x.Time.CompareTo(y.Time) is not 0 and int byTime ? byTime : string.CompareOrdinal(x.Id, y.Id);
    }
}
