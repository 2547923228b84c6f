using System.Collections.Concurrent;

namespace ModelSdk.Engine.Features;

/// <summary>Blocks of a design that are encoded when they are asked for. For many threads.</summary>
/// <param name="count">How many blocks there are.</param>
/// <param name="create">Memory for a block.</param>
/// <param name="encode">Writes a block into its memory.</param>
internal sealed class StreamedBlocks(int count, Func<int, DesignBlock> create, Action<int, DesignBlock> encode)
{
    private readonly DesignBlock?[] held = new DesignBlock?[count];
    private readonly ConcurrentBag<DesignBlock> free = [];
    private readonly ConcurrentDictionary<int, DesignBlock> latest = new();

    /// <summary>A block that is held or, until the thread asks for another one, encoded for it.</summary>
    /// <param name="block">The block.</param>
    public DesignBlock Get(int block) => this.held[block] ?? this.Latest(block);

    /// <summary>Encodes blocks and keeps them, and no other.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="threads">How many threads may encode at a time.</param>
    public void Hold(IReadOnlyCollection<int> blocks, int threads)
    {
        HashSet<int> missing = [.. blocks];
        for (int block = 0; block < this.held.Length; block++)
        {
            if (this.held[block] is { } kept && !missing.Remove(block))
            {
                this.held[block] = null;
                this.free.Add(kept);
            }
        }

        Parallel.ForEach(missing, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, block =>
            this.held[block] = this.Encode(block, this.free.TryTake(out DesignBlock? memory) ? memory : create(block)));
    }

    private DesignBlock Latest(int block)
    {
        int thread = Environment.CurrentManagedThreadId;
        DesignBlock? known = this.latest.GetValueOrDefault(thread);
        return known?.Number == block ? known : this.latest[thread] = this.Encode(block, known ?? create(block));
    }

    private DesignBlock Encode(int block, DesignBlock memory)
    {
        if (block == count - 1 || memory.Number == count - 1)
        {
            // The last block is shorter.
            memory = create(block);
        }

        memory.Number = -1;
        encode(block, memory);
        memory.Number = block;
        return memory;
    }
}
