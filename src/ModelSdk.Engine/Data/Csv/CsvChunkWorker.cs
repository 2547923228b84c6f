using System.Runtime.CompilerServices;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Parses chunks on one thread.</summary>
/// <param name="contract">The contract.</param>
/// <param name="seed">The project's seed.</param>
/// <param name="rowsInBlock">How many rows are hashed together for the digest.</param>
internal sealed class CsvChunkWorker(ModelContract contract, long seed, int rowsInBlock)
{
    /// <summary>A dictionary that has grown so far is given up after a chunk: strings that hardly repeat are not worth remembering.</summary>
    private const int MostTexts = 1 << 13;

    private readonly ColumnParser[] parsers = ColumnParser.ForAll(contract);
    private readonly Dictionary<int, List<int>> numbers = [];
    private CsvFilePlan? plan;
    private RowBuilder? builder;

    /// <summary>Parses a chunk.</summary>
    /// <param name="work">The chunk.</param>
    /// <param name="text">Its text.</param>
    /// <param name="rows">Gets the rows.</param>
    public CsvChunkResult Parse(CsvChunkWork work, ReadOnlyMemory<byte> text, RowTarget rows)
    {
        if (this.plan != work.Plan)
        {
            this.plan = work.Plan;
            this.builder = new RowBuilder(contract, this.parsers, work.Plan.Header.Count, work.Plan.FieldOf, seed, rowsInBlock);
        }

        int[] known = Array.ConvertAll(this.parsers, Remember);
        try
        {
            ParseRows(work, text, this.builder!, rows);
            return new CsvChunkResult(work, rows, this.TextsSince(known), this.builder!.Finish(rows));
        }
        catch (Exception exception) when (exception is ModelBuildException or InvalidOperationException)
        {
            return new CsvChunkResult(work, rows, [], []) { Failure = exception };
        }
    }

    private static int Remember(ColumnParser parser)
    {
        if (parser.Learns && parser.Dictionary.Count > MostTexts)
        {
            parser.Forget();
        }

        return parser.Dictionary.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ParseRows(CsvChunkWork work, ReadOnlyMemory<byte> text, RowBuilder builder, RowTarget target)
    {
        int before = 0;
        int count = 0;
        try
        {
            using CsvChunkReader reader = Open(work, text);
            while (reader.Read())
            {
                Require(++count <= work.Chunk.Records);
                reader.CopyTo(builder.Rows);
                builder.Rows.EndRow();
                if (builder.Rows.IsFull)
                {
                    before += AddRows(work, text, builder, target, before);
                }
            }
        }
        catch (ModelBuildException)
        {
            // A value before the malformed record comes first.
            AddRows(work, text, builder, target, before);
            throw;
        }

        AddRows(work, text, builder, target, before);
        Require(count == work.Chunk.Records);
    }

    /// <summary>Behind a malformed record the scan may be wrong about where records end. Such a chunk is never merged, since an earlier one is refused.</summary>
    private static void Require(bool isAsScanned)
    {
        if (!isAsScanned)
        {
            throw new InvalidOperationException("The parser found other records than the scan.");
        }
    }

    /// <summary>Adds the rows that have been read, and returns how many they are.</summary>
    private static int AddRows(CsvChunkWork work, ReadOnlyMemory<byte> text, RowBuilder builder, RowTarget target, int before)
    {
        int rows = builder.Rows.Rows;
        if (builder.TryAdd(target, out (int Row, int Field) refused))
        {
            return rows;
        }

        using CsvChunkReader reader = Open(work, text);
        for (int row = 0; row <= before + refused.Row; row++)
        {
            reader.Read();
        }

        throw builder.Problem(refused, reader.PlaceOf(refused.Field).Locate());
    }

    private static CsvChunkReader Open(CsvChunkWork work, ReadOnlyMemory<byte> text) =>
        new(work.Plan.File, work.Plan.Delimiter, work.Plan.Header.Count, work.Chunk, text);

    private LearntTexts?[] TextsSince(int[] known)
    {
        LearntTexts?[] texts = new LearntTexts?[this.parsers.Length];
        for (int index = 0; index < texts.Length; index++)
        {
            if (this.parsers[index].Learns)
            {
                this.numbers.TryAdd(index, []);
                texts[index] = new LearntTexts(this.numbers[index], known[index], [.. this.parsers[index].Dictionary.Skip(known[index])]);
            }
        }

        return texts;
    }
}
