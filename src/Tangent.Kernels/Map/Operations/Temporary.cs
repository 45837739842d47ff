namespace Tangent.Kernels;

internal static class Temporary
{
    public readonly struct Exp : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Exp(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Expm1 : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 : Math.Exp(x) - 1;
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Log : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Log(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Log1p : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Abs(x) < 1e-5 ? x - x * x / 2 : Math.Log(1 + x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Log2 : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Log2(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Log10 : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Log10(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Sin : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Sin(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Cos : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Cos(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Tan : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Tan(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Sinh : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Sinh(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Cosh : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Cosh(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Tanh : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Tanh(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct ArcSin : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Asin(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct ArcCos : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Acos(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct ArcTan : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Atan(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct ArcSinh : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Asinh(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct ArcCosh : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Acosh(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct ArcTanh : IUnaryFunction
    {
        public static double Scalar(double x) => Math.Atanh(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Erf : IUnaryFunction
    {
        public static double Scalar(double x) => TemporaryErf.Erf(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct ErfInv : IUnaryFunction
    {
        public static double Scalar(double x) => TemporaryErf.Inverse(x);
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct Sigmoid : IUnaryFunction
    {
        public static double Scalar(double x) => 1 / (1 + Math.Exp(-x));
        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane)));
            return result;
        }
        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane)));
            return result;
        }
    }
    public readonly struct FloorDivide : IBinaryFunction
    {
        public static double Scalar(double x, double y) => Math.Floor(x / y);
        public static V Float32<V>(V x, V y) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane), V.Get(y, lane)));
            return result;
        }
        public static V Float64<V>(V x, V y) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane), V.Get(y, lane)));
            return result;
        }
    }
    public readonly struct Remainder : IBinaryFunction
    {
        public static double Scalar(double x, double y) => TemporaryErf.Remainder(x, y);
        public static V Float32<V>(V x, V y) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane), V.Get(y, lane)));
            return result;
        }
        public static V Float64<V>(V x, V y) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane), V.Get(y, lane)));
            return result;
        }
    }
    public readonly struct Power : IBinaryFunction
    {
        public static double Scalar(double x, double y) => Math.Pow(x, y);
        public static V Float32<V>(V x, V y) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane), V.Get(y, lane)));
            return result;
        }
        public static V Float64<V>(V x, V y) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane), V.Get(y, lane)));
            return result;
        }
    }
    public readonly struct ArcTan2 : IBinaryFunction
    {
        public static double Scalar(double x, double y) => Math.Atan2(x, y);
        public static V Float32<V>(V x, V y) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane), V.Get(y, lane)));
            return result;
        }
        public static V Float64<V>(V x, V y) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane), V.Get(y, lane)));
            return result;
        }
    }
    public readonly struct LogAddExp : IBinaryFunction
    {
        public static double Scalar(double x, double y) => TemporaryErf.LogAddExp(x, y);
        public static V Float32<V>(V x, V y) where V : unmanaged, ILanes<V, float>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, (float)Scalar(V.Get(x, lane), V.Get(y, lane)));
            return result;
        }
        public static V Float64<V>(V x, V y) where V : unmanaged, ILanes<V, double>
        {
            V result = x;
            for (int lane = 0; lane < V.Count; lane++)
                result = V.With(result, lane, Scalar(V.Get(x, lane), V.Get(y, lane)));
            return result;
        }
    }
}
