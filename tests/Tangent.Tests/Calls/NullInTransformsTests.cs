using Xunit;

namespace Tangent.Tests.Calls;

/// <summary>Whoever calls what a transform returned without an array, or whose function returns none, is told so in the name of the transform.</summary>
public sealed class NullInTransformsTests
{
    private static readonly NDArray X = Mx.Ones(3);

    private static readonly Dictionary<string, Func<Func<NDArray[], NDArray[]>, Func<NDArray[], object>>> Lists = new()
    {
        ["Grad"] = f => Call(Mx.Grad(f)),
        ["ValueAndGrad"] = f => x => Mx.ValueAndGrad(f)(x),
        ["Hessian"] = f => x => Mx.Hessian(f)(x),
        ["JacFwd"] = f => x => Mx.JacFwd(f)(x),
        ["JacRev"] = f => x => Mx.JacRev(f)(x),
        ["Vmap"] = f => Call(Mx.Vmap(f)),
        ["Compile"] = f => Call(Mx.Compile(f)),
        ["Checkpoint"] = f => Call(Mx.Checkpoint(f)),
        ["CustomFunction"] = f => Call(Mx.CustomFunction(f)),
        ["Jvp"] = f => x => Mx.Jvp(f, x, x),
        ["Vjp"] = f => x => Mx.Vjp(f, x, x),
        ["Linearize"] = f => x => Mx.Linearize(f, x),
        ["LinearTranspose"] = f => x => Mx.LinearTranspose(f, x)(x),
        ["CheckGrads"] = f => x => { Mx.CheckGrads(f, x); return x; },
        ["HostCall"] = f => x => { Mx.Eval(Mx.HostCall(f, [(3, DType.Float32), (3, DType.Float32)])(x)); return x; },
        ["WhileLoop"] = f => x => Mx.WhileLoop(_ => true, f, x),
        ["Scan"] = f => x => Mx.Scan((s, _) => (f(s), s), x, [X]),
    };

    private static readonly Dictionary<string, Func<Func<NDArray, NDArray>, Func<NDArray, object>>> Arrays = new()
    {
        ["Grad"] = f => Call(Mx.Grad(f)),
        ["ValueAndGrad"] = f => x => Mx.ValueAndGrad(f)(x),
        ["Hessian"] = f => Call(Mx.Hessian(f)),
        ["JacFwd"] = f => Call(Mx.JacFwd(f)),
        ["JacRev"] = f => Call(Mx.JacRev(f)),
        ["Vmap"] = f => Call(Mx.Vmap(f)),
        ["Compile"] = f => Call(Mx.Compile(f)),
        ["Checkpoint"] = f => Call(Mx.Checkpoint(f)),
        ["CustomFunction"] = f => Call(Mx.CustomFunction(f)),
        ["Jvp"] = f => x => Mx.Jvp(f, x, X),
        ["Vjp"] = f => x => Mx.Vjp(f, x, X),
        ["Linearize"] = f => x => Mx.Linearize(f, x),
        ["LinearTranspose"] = f => x => Mx.LinearTranspose(f, x)(X),
        ["CheckGrads"] = f => x => { Mx.CheckGrads(f, x); return x; },
        ["HostCall"] = f => x => Mx.HostCall(f, 3, DType.Float32)(x).Eval(),
        ["WhileLoop"] = f => x => Mx.WhileLoop(_ => true, f, x),
        ["Scan"] = f => x => Mx.Scan((s, v) => (f(s), v), x, X),
    };

    public static TheoryData<string> Names => [.. Lists.Keys];

    [Theory, MemberData(nameof(Names))]
    public void AMissingArgumentIsRefused(string name)
    {
        Func<NDArray[], object> call = Lists[name](x => x);
        Assert.Throws<ArgumentNullException>(() => call(null!));
        Refusal.Of<ArgumentNullException>("Array 1 of the 2 is null.", () => call([X, null!]));
        Assert.ThrowsAny<ArgumentException>(() => Arrays[name](x => x)(null!));
    }

    [Theory, MemberData(nameof(Names))]
    public void AMissingResultIsSaidInTheNameOfTheTransform(string name)
    {
        Refusal.Argument($"{name}: the function returned null.", () => Lists[name](_ => null!)([X, X]));
        Refusal.Argument($"{name}: result 1 of the function is null.", () => Lists[name](x => [Mx.Sum(x[0]), null!])([X, X]));
        Refusal.Argument($"{name}: the function returned null.", () => Arrays[name](_ => null!)(X));
    }

    private static Func<T, object> Call<T>(Func<T, T> function) where T : class => x => function(x);
}
