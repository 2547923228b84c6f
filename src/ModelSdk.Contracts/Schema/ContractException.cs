namespace ModelSdk.Contracts.Schema;

/// <summary>A file is not a valid contract; every problem is listed.</summary>
public sealed class ContractException : Exception
{
    /// <summary>Creates an exception without problems.</summary>
    public ContractException()
    {
    }

    /// <summary>Creates an exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    public ContractException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ContractException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="problems">At least one problem.</param>
    public ContractException(IReadOnlyList<ContractProblem> problems)
        : base(string.Join(" ", problems.Select(problem => problem.Message))) => this.Problems = problems;

    /// <summary>What is wrong, in file order.</summary>
    public IReadOnlyList<ContractProblem> Problems { get; } = [];
}
