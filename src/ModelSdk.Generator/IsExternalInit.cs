namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler accept <c>init</c> and records on a framework that lacks this type.</summary>
internal static class IsExternalInit;
