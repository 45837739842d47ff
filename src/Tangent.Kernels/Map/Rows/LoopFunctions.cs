namespace Tangent.Kernels;

/// <summary>The row functions made so far, by the structure of their programs.</summary>
internal static class LoopFunctions
{
    /// <summary>Only inputs with an index below this can be single elements to a row function.</summary>
    public const int MostScalars = ScalarInputs.Most;

    // Plans and machine code of a program are a few kilobytes; a process that makes up programs without end must not
    // keep them all.
    private static readonly BoundedTable<Program, ProgramRows> Cache = new(limit: 4096);

    /// <summary>The row functions of a program; equal programs share them.</summary>
    public static ProgramRows Of(Program program) => (ProgramRows)(program.Executable ??= Find(program));

    private static ProgramRows Find(Program program) =>
        Cache.TryGet(program, out ProgramRows? rows) ? rows : Cache.Add(program, new ProgramRows(program));
}
