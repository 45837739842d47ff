namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static readonly Func<NDArray, NDArray> HostSine = Mx.HostCall(
        x => Mx.Reshape(x.ToArray<double>().Select(Math.Sin).ToArray(), (2, 3)), (2, 3), DType.Float64, jvp: (x, dx) => dx * Mx.Cos(x));

    private static readonly Func<NDArray, NDArray> HostSineByVjp = Mx.HostCall(
        x => Mx.Reshape(x.ToArray<double>().Select(Math.Sin).ToArray(), (2, 3)), (2, 3), DType.Float64, vjp: (x, ct, _) => ct * Mx.Cos(x));

    private static IEnumerable<Sample> ControlFamily() =>
    [
        Of("Mx.HostCall", "with a jvp", HostSine, (2, 3)),
        Of("Mx.HostCall", "with a vjp", HostSineByVjp, (2, 3)),
    ];
}
