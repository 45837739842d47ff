using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Tangent;

// What a fresh process needs: "jvp" prints a first derivative; "methods" prints after that how many methods the process
// compiled for it; "compile" prints the nanoseconds of the first call of a compiled function of 30 operations, which is all
// that the process does.
if (args is ["compile"])
{
    NDArray x = new float[] { -1, 0, 1, 2 }, y = new float[] { 0.5f, 0.25f, -0.5f, 1 };
    long start = Stopwatch.GetTimestamp();
    Func<NDArray, NDArray, NDArray> function = Mx.Compile((NDArray u, NDArray v) =>
    {
        for (int i = 0; i < 10; i++)
            u = Mx.Tanh(u * v + v);
        return u;
    });
    function(x, y).Eval();
    Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalNanoseconds.ToString(CultureInfo.InvariantCulture));
}
else
{
    (NDArray y, NDArray dy) = Mx.Jvp(x => x * Mx.Sin(x), Mx.Array(1.5f), Mx.Array(1f));
    Console.WriteLine($"{y.Item<float>()} {dy.Item<float>()}");
    if (args is ["methods"])
        Console.WriteLine(JitInfo.GetCompiledMethodCount());
}
