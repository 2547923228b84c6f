using System.Reflection;
using System.Runtime.CompilerServices;

namespace ModelSdk.Engine.Data;

/// <summary>
/// The loops over the bytes of a file. They are compiled for the machine when they are first called, never before; to be ready when the rows are parsed,
/// they are compiled while the first pass, which has one thread, looks for the ends of records.
/// </summary>
internal static class ParsingLoops
{
    private static readonly Type[] Types =
    [
        typeof(CsvChunkWorker), typeof(CsvChunkReader), typeof(RowBlock), typeof(RowBuilder), typeof(ColumnParser), typeof(ValueColumnParser), typeof(DecimalText),
        typeof(TextColumnParser), typeof(TextIndex), typeof(HoldoutHasher), typeof(Sha256Lanes), typeof(CsvTableMerge),
    ];

    private static readonly Lazy<Task> Compilation = new(() => Task.Run(CompileAll));

    /// <summary>Begins to compile them, once in a process.</summary>
    /// <returns>Ends when all are compiled. Nothing has to wait for it.</returns>
    public static Task Compile() => Compilation.Value;

    private static void CompileAll()
    {
        const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (MethodInfo method in Types.SelectMany(type => type.GetMethods(Own)).Where(IsLoop))
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }
    }

    private static bool IsLoop(MethodInfo method) => method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveOptimization);
}
