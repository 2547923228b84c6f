namespace ModelSdk.Store;

/// <summary>Orders versions and events by what they follow; times only decide where that leaves a choice.</summary>
public static class LineageOrder
{
    /// <summary>Puts everything after what it follows, the earlier first where there is a choice, then by id (Kahn, Communications of the ACM 5, 1962).</summary>
    /// <param name="items">What to order; their ids are different.</param>
    /// <param name="idOf">The id of an item.</param>
    /// <param name="parentsOf">The ids of what it follows; ids that are not ordered here do not count.</param>
    /// <param name="timeOf">When it came about.</param>
    public static IReadOnlyList<T> ParentsFirst<T>(IReadOnlyList<T> items, Func<T, string> idOf, Func<T, IReadOnlyList<string>> parentsOf, Func<T, DateTimeOffset> timeOf)
    {
        Dictionary<string, int> places = new(items.Count, StringComparer.Ordinal);
        for (int place = 0; place < items.Count; place++)
        {
            places.Add(idOf(items[place]), place);
        }

        (int[] open, List<int>?[] children) = Links(items, parentsOf, places);
        PriorityQueue<int, (long Time, string Id)> ready = new(new TimeThenId());
        for (int place = 0; place < items.Count; place++)
        {
            Release(place);
        }

        List<T> ordered = new(items.Count);
        while (ready.TryDequeue(out int place, out _))
        {
            ordered.Add(items[place]);
            foreach (int child in children[place] ?? [])
            {
                open[child]--;
                Release(child);
            }
        }

        return ordered;

        void Release(int place)
        {
            if (open[place] == 0)
            {
                ready.Enqueue(place, (timeOf(items[place]).UtcTicks, idOf(items[place])));
            }
        }
    }

    /// <summary>For each item how many it follows, and what follows it.</summary>
    private static (int[] Open, List<int>?[] Children) Links<T>(IReadOnlyList<T> items, Func<T, IReadOnlyList<string>> parentsOf, Dictionary<string, int> places)
    {
        int[] open = new int[items.Count];
        List<int>?[] children = new List<int>?[items.Count];
        for (int place = 0; place < items.Count; place++)
        {
            IReadOnlyList<string> parents = parentsOf(items[place]);
            foreach (string parent in parents.Count > 1 ? parents.Distinct() : parents)
            {
                if (places.TryGetValue(parent, out int parentPlace))
                {
                    open[place]++;
                    (children[parentPlace] ??= []).Add(place);
                }
            }
        }

        return (open, children);
    }

    private sealed class TimeThenId : IComparer<(long Time, string Id)>
    {
        public int Compare((long Time, string Id) x, (long Time, string Id) y) =>
            x.Time.CompareTo(y.Time) is not 0 and int byTime ? byTime : string.CompareOrdinal(x.Id, y.Id);
    }
}
