using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Schema;

/// <summary>Collects what is wrong with a contract.</summary>
internal sealed class ContractProblems
{
    private readonly List<ContractProblem> problems = [];

    public int Count => this.problems.Count;

    public void Add(string message, TextPosition position) => this.problems.Add(new(message, position));

    public void ThrowIfAny()
    {
        if (this.problems.Count > 0)
        {
            throw new ContractException(this.problems);
        }
    }
}
