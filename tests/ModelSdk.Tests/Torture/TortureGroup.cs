namespace ModelSdk.Tests.Torture;

/// <summary>One after another, beside no other test: they start many processes.</summary>
[CollectionDefinition("Torture", DisableParallelization = true)]
public sealed class TortureGroup;
