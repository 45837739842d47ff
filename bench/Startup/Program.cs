using Tangent;

// From process start to the first jvp printed: sum(x sin x) at (1, 2, 3), along (1, 0, 1).
(NDArray y, NDArray dy) = Mx.Jvp(x => Mx.Sum(x * Mx.Sin(x)), Mx.Array([1f, 2, 3]), Mx.Array([1f, 0, 1]));
Console.WriteLine($"{y} {dy}");
