namespace ModelSdk.Cli.Graph;

/// <summary>A line of a graph: lanes in every second column, the ways between them in the columns between.</summary>
internal sealed class LanePen
{
    private readonly char[] line;

    /// <summary>Begins an empty line.</summary>
    /// <param name="lanes">The number of lanes.</param>
    public LanePen(int lanes)
    {
        this.line = new char[2 * lanes];
        Array.Fill(this.line, ' ');
    }

    /// <summary>The lane's own node.</summary>
    public void Node(int lane) => this.line[2 * lane] = '*';

    /// <summary>Lanes that go straight on.</summary>
    /// <param name="first">The first lane.</param>
    /// <param name="end">The lane behind the last one.</param>
    public void Straight(int first, int end) => this.Fill(2 * first, 2 * end, '|');

    /// <summary>Ways from each lane to the next one on the right.</summary>
    /// <param name="first">The first lane.</param>
    /// <param name="end">The lane behind the last one.</param>
    public void Fall(int first, int end) => this.Fill((2 * first) + 1, (2 * end) + 1, '\\');

    /// <summary>Ways from each lane to the next one on the left.</summary>
    /// <param name="first">The first lane.</param>
    /// <param name="end">The lane behind the last one.</param>
    public void Rise(int first, int end) => this.Fill((2 * first) - 1, (2 * end) - 1, '/');

    /// <summary>A way that passes lanes, from the first to the last.</summary>
    public void Level(int first, int last) => this.Fill((2 * first) + 1, (2 * last) + 1, '_');

    /// <inheritdoc/>
    public override string ToString() => new string(this.line).TrimEnd();

    private void Fill(int from, int to, char character)
    {
        for (int column = from; column < to; column += 2)
        {
            this.line[column] = character;
        }
    }
}
