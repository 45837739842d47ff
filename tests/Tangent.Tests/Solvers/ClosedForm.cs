using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Solvers;

/// <summary>Holds a function and its derivatives against one that needs no iteration.</summary>
internal static class ClosedForm
{
    public static void Check(Func<NDArray, NDArray> f, Func<NDArray, NDArray> closed, NDArray point)
    {
        NDArray dx = Mx.Cos(point), ct = Mx.Sin(closed(point) + 1);
        Func<NDArray, NDArray> loss = p => Mx.Sum(Mx.Sin(f(p)) * f(p)), plain = p => Mx.Sum(Mx.Sin(closed(p)) * closed(p));
        Near(closed(point), f(point), "value");
        Near(Mx.Jvp(closed, point, dx).Tangents, Mx.Jvp(f, point, dx).Tangents, "jvp");
        Near(Mx.Vjp(closed, point, ct).Cotangents, Mx.Vjp(f, point, ct).Cotangents, "vjp");
        Near(Mx.JacFwd(closed)(point), Mx.JacFwd(f)(point), "JacFwd");
        Near(Mx.JacFwd(closed)(point), Mx.JacRev(f)(point), "JacRev");
        Near(Mx.Hvp(plain, point, dx).Product, Mx.Hvp(loss, point, dx).Product, "Hvp");
        Near(Mx.Hessian(plain)(point), Mx.Hessian(loss)(point), "Hessian");
        Near(Mx.Grad(v => Mx.Sum(Mx.Jvp(plain, v, dx).Tangents))(point), Mx.Grad(v => Mx.Sum(Mx.Jvp(loss, v, dx).Tangents))(point), "reverse over forward");
        Near(Mx.JacRev(Mx.Grad(plain))(point), Mx.JacRev(Mx.Grad(loss))(point), "reverse over reverse");
        Near(Mx.Jvp(v => Mx.Jvp(plain, v, dx).Tangents, point, dx).Tangents, Mx.Jvp(v => Mx.Jvp(loss, v, dx).Tangents, point, dx).Tangents, "forward over forward");
        NDArray batch = Mx.Stack([point, point * 0.75, point * 1.25]);
        NDArray expected = Mx.Vmap(Mx.Grad(plain))(batch);
        Near(expected, Mx.Vmap(Mx.Grad(loss))(batch), "Vmap of Grad");
        Near(expected, Mx.Grad(v => Mx.Sum(Mx.Vmap(loss)(v)))(batch), "Grad of Vmap");
        Near(closed(point), Mx.Compile(f)(point), "compiled");
        Near(Mx.Grad(plain)(point), Mx.Compile(Mx.Grad(loss))(point), "compiled Grad");
        Near(Mx.Grad(plain)(point), Mx.Grad(Mx.Compile(loss))(point), "Grad of compiled");
        Near(expected, Mx.Compile(Mx.Vmap(Mx.Grad(loss)))(batch), "compiled Vmap of Grad");
        Near(Mx.Grad(plain)(point), Mx.Grad(v => Mx.Checkpoint(loss)(v))(point), "checkpointed");
    }

    public static void Near(NDArray expected, NDArray actual, string what)
    {
        Assert.Equal(expected.Spec, actual.Spec);
        double[] first = expected.ToArray<double>(), second = actual.ToArray<double>();
        double scale = Math.Max(first.Select(Math.Abs).DefaultIfEmpty().Max(), 1e-300);
        for (int i = 0; i < first.Length; i++)
            Assert.True(Math.Abs(first[i] - second[i]) <= 1e-9 * scale, $"{what}: element {i} is {second[i]:R}, not {first[i]:R}");
    }
}
