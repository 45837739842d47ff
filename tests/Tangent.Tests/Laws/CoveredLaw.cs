using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Tangent.Tests.Laws;

/// <summary>What became of a law for a sample.</summary>
internal enum LawOutcome
{
    /// <summary>It was proved.</summary>
    Holds,

    /// <summary>It was proved that there is nothing of the kind: the tangent is zero, or the call is refused.</summary>
    IsNothing,

    /// <summary>It is not asked for.</summary>
    IsLeftOut,

    /// <summary>It was found not to hold.</summary>
    Fails,
}

/// <summary>
/// A law that the table of coverage speaks of. It is tried once for each sample, whoever asks first, so that the table is made
/// of what the laws found.
/// </summary>
internal sealed class CoveredLaw
{
    /// <summary>The tangent is the slope, cotangents are its adjoint; or tangents are zero.</summary>
    public static readonly CoveredLaw Derivatives = new(sample =>
    {
        if (sample.Constant is null)
            Law.Derivatives(sample.Function, sample.Arguments, sample.Tolerance, sample.SlopeOf);
        else
            Law.Constant(sample.Function, sample.Arguments);
        return sample.Constant is null ? LawOutcome.Holds : LawOutcome.IsNothing;
    });

    /// <summary>A vectorised map is the stack of slices; or it is refused.</summary>
    public static readonly CoveredLaw Vmap = new(sample =>
    {
        if (sample.NoVmap is null)
            Law.Vmap(sample.Function, sample.Arguments);
        else
            Law.NoVmap(sample.Function, sample.Arguments);
        return sample.NoVmap is null ? LawOutcome.Holds : LawOutcome.IsNothing;
    });

    /// <summary>A compiled function is the plain one; or it is refused.</summary>
    public static readonly CoveredLaw Compile = new(sample =>
    {
        if (sample.NoCompile is null)
            Law.Compiled(sample.Function, sample.Arguments, sample.Constant is null);
        else
            Law.NoCompile(sample.Function, sample.Arguments);
        return sample.NoCompile is null ? LawOutcome.Holds : LawOutcome.IsNothing;
    });

    /// <summary>The jvp, as a function of the point, obeys the laws.</summary>
    public static readonly CoveredLaw OfJvp = new(sample =>
    {
        NDArray?[] dx = Directions.Of(sample.Arguments, 6);
        return Again(sample, x => Mx.Jvp(sample.Function, x, dx).Tangents);
    });

    /// <summary>The vjp, as a function of the point, obeys the laws.</summary>
    public static readonly CoveredLaw OfVjp = new(sample =>
    {
        NDArray?[] ct = Directions.Of(sample.Function(sample.Arguments), 7);
        return Again(sample, x => Mx.Vjp(sample.Function, x, ct).Cotangents);
    });

    private readonly Func<Sample, LawOutcome> prove;
    private readonly ConcurrentDictionary<string, Lazy<(LawOutcome Outcome, ExceptionDispatchInfo? Error)>> results = new();

    private CoveredLaw(Func<Sample, LawOutcome> prove) => this.prove = prove;

    /// <summary>Throws what the law threw for a sample, if it does not hold.</summary>
    public void Require(string id) => Result(Samples.All[id]).Error?.Throw();

    /// <summary>What became of it.</summary>
    public LawOutcome Of(Sample sample) => Result(sample).Outcome;

    // The derivative as a function of the same point: its own derivative in both modes, and the map over it.
    private static LawOutcome Again(Sample sample, Func<NDArray[], NDArray[]> derivative)
    {
        if (sample.Constant is not null || sample.Order < 2)
            return LawOutcome.IsLeftOut;
        Law.Derivatives(derivative, sample.Arguments, sample.Tolerance * 10);
        if (sample.NoVmap is null)
            Law.Vmap(derivative, sample.Arguments);
        return LawOutcome.Holds;
    }

    private (LawOutcome Outcome, ExceptionDispatchInfo? Error) Result(Sample sample) => results.GetOrAdd(sample.Id, _ => new(() => Try(sample))).Value;

    private (LawOutcome Outcome, ExceptionDispatchInfo? Error) Try(Sample sample)
    {
        try
        {
            return (prove(sample), null);
        }
        catch (Exception error)
        {
            return (LawOutcome.Fails, ExceptionDispatchInfo.Capture(error));
        }
    }
}
