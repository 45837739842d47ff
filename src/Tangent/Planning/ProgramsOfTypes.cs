using Tangent.Kernels;

namespace Tangent;

/// <summary>The programs of one elementwise primitive of one or two inputs, by their types.</summary>
internal sealed class ProgramsOfTypes
{
    private const int Types = (int)DType.Complex64 + 1;

    private readonly Program?[] programs = new Program?[Types * Types];

    /// <summary>The program for inputs of these types, if it was added.</summary>
    public Program? Find(Node[] inputs) => Volatile.Read(ref programs[Index(inputs)]);

    /// <summary>Adds a program; of those that threads add at once, which are equal, the last is kept.</summary>
    public Program Add(Node[] inputs, Program program)
    {
        Volatile.Write(ref programs[Index(inputs)], program);
        return program;
    }

    private static int Index(Node[] inputs) => (int)inputs[0].DType * Types + (int)inputs[^1].DType;
}
