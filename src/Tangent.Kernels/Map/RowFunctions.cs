using System.Collections.Concurrent;

namespace Tangent.Kernels;

/// <summary>The row functions made so far, by the structure of their programs.</summary>
internal static class RowFunctions
{
    /// <summary>Only inputs with an index below this can be single elements to a row function.</summary>
    public const int MostScalars = 64;

    // Plans and machine code of a program are a few kilobytes; a process that makes up programs without end must not
    // keep them all.
    private const int Limit = 4096;

    private static readonly ConcurrentDictionary<Program, ProgramRows> Cache = new();

    /// <summary>The row functions of a program; equal programs share them.</summary>
    public static ProgramRows Of(Program program) => program.Rows ??= Find(program);

    /// <summary>Whether a set of inputs holds one.</summary>
    public static bool IsScalar(ulong scalars, int input) => input < MostScalars && (scalars >> input & 1) != 0;

    private static ProgramRows Find(Program program)
    {
        if (Cache.Count > Limit)
            Cache.Clear();
        return Cache.GetOrAdd(program, static program => new ProgramRows(program));
    }
}
