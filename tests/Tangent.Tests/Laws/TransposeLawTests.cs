using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>The transpose of a linear function is its adjoint, whatever the function is made of, and can itself be transformed.</summary>
public class TransposeLawTests
{
    // Ways to call a linear function that transforms treat as one operation, or go through.
    private static readonly (string Name, Wrapper Wrapper)[] Wrappers =
    [
        ("plain", f => f),
        ("checkpointed", Mx.Checkpoint),
        ("checkpointed twice", f => Mx.Checkpoint(Mx.Checkpoint(f))),
        ("compiled", Mx.Compile),
        ("custom, without rules", f => Mx.CustomFunction(f)),
        ("custom, with a jvp", f => Mx.CustomFunction(f, jvp: (_, dx) => f(dx))),
        ("custom, with a checkpointed jvp", f => Mx.CustomFunction(f, jvp: (_, dx) => Mx.Checkpoint(f)(dx))),
        ("custom, with a vjp", f => Mx.CustomFunction(f, vjp: (x, ct, _) => Adjoint(f, x, ct))),
    ];

    // Those that the others are made of.
    private static readonly (string Name, Wrapper Wrapper)[] Basic =
        [.. Wrappers.Where(wrapper => wrapper.Name is "plain" or "checkpointed" or "custom, with a jvp" or "custom, with a vjp")];

    private delegate Func<NDArray[], NDArray[]> Wrapper(Func<NDArray[], NDArray[]> linear);

    public static TheoryData<string> Differentiable => LawTests.Differentiable;

    public static TheoryData<string> SecondOrder => LawTests.SecondOrder;

    [Theory, MemberData(nameof(Differentiable))]
    public void TheTransposeOfTheTangentsIsTheCotangents(string id)
    {
        Sample sample = Samples.All[id];
        NDArray?[] ct = Directions.Of(sample.Function(sample.Arguments), 9);
        NDArray[] expected = Mx.Vjp(sample.Function, sample.Arguments, ct).Cotangents;
        foreach ((string name, Wrapper wrapper) in Wrappers)
            Law.Same(expected, Transposed(sample, sample.Arguments, ct, wrapper), $"transpose of the tangents, {name}");
    }

    [Theory, MemberData(nameof(SecondOrder))]
    public void TheTransposeOfTheTangentsHasTheDerivativesOfTheCotangents(string id)
    {
        Sample sample = Samples.All[id];
        NDArray?[] ct = Directions.Of(sample.Function(sample.Arguments), 9);
        Func<NDArray[], NDArray[]> expected = x => Mx.Vjp(sample.Function, x, ct).Cotangents;
        NDArray?[] dx = Directions.Of(sample.Arguments, 10);
        NDArray?[] second = Directions.Of(expected(sample.Arguments), 11);
        NDArray[] tangents = Mx.Jvp(expected, sample.Arguments, dx).Tangents, cotangents = Mx.Vjp(expected, sample.Arguments, second).Cotangents;
        foreach ((string name, Wrapper wrapper) in Basic)
        {
            Func<NDArray[], NDArray[]> actual = x => Transposed(sample, x, ct, wrapper);
            Law.Same(tangents, Mx.Jvp(actual, sample.Arguments, dx).Tangents, $"jvp of the transpose, {name}");
            Law.Same(cotangents, Mx.Vjp(actual, sample.Arguments, second).Cotangents, $"vjp of the transpose, {name}");
            if (sample.NoVmap is null && name is "plain" or "checkpointed")
                Law.Vmap(actual, sample.Arguments);
        }
    }

    [Theory, MemberData(nameof(Differentiable))]
    public void AFunctionIsTransposedOnlyIfItIsLinear(string id)
    {
        Sample sample = Samples.All[id];
        if (sample.NoCompile is not null || sample.Arguments.Any(argument => !argument.DType.IsInexact))
            return;
        NDArray?[] ct = Directions.Of(sample.Function(sample.Arguments), 12);
        NDArray[] transposed;
        try
        {
            transposed = Mx.LinearTranspose(sample.Function, sample.Arguments)(Conjugate(ct));
        }
        catch (MissingRuleException)
        {
            return;
        }
        Law.Same(Mx.Vjp(sample.Function, sample.Arguments, ct).Cotangents, Conjugate(transposed), "transpose of a function");
    }

    // The transpose does not conjugate, a vector-Jacobian product does.
    private static NDArray[] Transposed(Sample sample, NDArray[] x, NDArray?[] ct, Wrapper wrapper)
    {
        NDArray?[] directions = [.. x.Select(array => array.DType.IsInexact ? array : null)];
        NDArray[] like = [.. directions.OfType<NDArray>()];
        Func<NDArray[], NDArray[]> linear = wrapper(dx => Mx.Jvp(sample.Function, x, Tangents.Replace(directions, dx)).Tangents);
        NDArray[] transposed = Mx.LinearTranspose(linear, like)(Conjugate(ct));
        NDArray?[] all = Tangents.Replace(directions, Conjugate(transposed));
        return [.. all.Select((array, i) => array ?? Mx.ZerosLike(x[i]))];
    }

    private static NDArray[] Adjoint(Func<NDArray[], NDArray[]> linear, NDArray[] like, NDArray[] ct) =>
        Conjugate(Mx.LinearTranspose(linear, like)(Conjugate([.. ct.Select(array => array.DType.IsInexact ? array : null)])));

    private static NDArray[] Conjugate(NDArray?[] x) => [.. x.Select(array => array is null ? null! : Mx.Conjugate(array))];
}
