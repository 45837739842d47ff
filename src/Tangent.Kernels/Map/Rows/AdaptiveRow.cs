using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A row function that is interpreted first and emitted when that pays.</summary>
internal sealed unsafe class AdaptiveRow
{
    // Measured, once the compiler is warm: 0.1 ms to emit and 0.5 ms to compile, and 1.5 ms for each function.
    private const double EmissionNanoseconds = 6e5;
    private const double FunctionNanoseconds = 1.5e6;

    // Measured on programs of three to six steps: what a step costs in the interpreter beyond what it does when emitted.
    private const double StepNanoseconds = 5;
    private const double ElementNanoseconds = 0.1;

    // Measured on rows of a thousand elements: what a call of the interpreter costs beyond one of emitted code, most of it
    // for filling tiles with the inputs that are single elements.
    private const double CallNanoseconds = 100;

    private readonly Lock emitting = new();
    private readonly Program program;
    private readonly int extraSteps;
    private volatile LoopFunction row;
    private readonly double cost;
    private double saved;
    private bool mayEmit;

    public AdaptiveRow(Program program, ulong scalars)
    {
        this.program = program;
        Scalars = scalars;
        TilePlan plan = TilePlan.Of(program, scalars);
        row = new TileInterpreter(plan).Run;
        if (program.IsFolding)
            row = new FoldingRow(row, program, scalars).Run;
        cost = EmissionNanoseconds + FunctionNanoseconds * ProgramCost.Functions(program);
        // One step alone is a loop over memory already.
        extraSteps = plan.Steps.Length - 1 + program.FoldedOutputs;
        mayEmit = RuntimeFeature.IsDynamicCodeSupported;
    }

    /// <summary>A bit for each input that is a single element.</summary>
    public ulong Scalars { get; }

    /// <summary>The function for a run over <paramref name="count"/> elements in so many calls.</summary>
    public LoopFunction For(long count, long calls)
    {
        if (!mayEmit)
            return row;
        saved += (calls - 1) * CallNanoseconds + extraSteps * (calls * StepNanoseconds + ElementNanoseconds * count);
        if (saved > cost && RuntimeFeature.IsDynamicCodeSupported)
            Emit();
        return row;
    }

    private void Emit()
    {
        lock (emitting)
        {
            // Asked only now: whether a program can be emitted takes reflection, most programs are never worth it.
            if (mayEmit && RuntimeFeature.IsDynamicCodeSupported && Emitter.Favours(program, Scalars))
                row = Emitter.Emit(program, Scalars);
            mayEmit = false;
        }
    }
}
