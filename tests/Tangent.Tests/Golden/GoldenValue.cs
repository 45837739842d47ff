using System.Numerics;

namespace Tangent.Tests.Golden;

/// <summary>A value of the golden data: one of the rows of the table "Values" in its README.</summary>
public abstract record GoldenValue
{
    /// <summary>An array: row-major elements, little endian.</summary>
    public sealed record Array(DType DType, int[] Shape, byte[] Bytes) : GoldenValue
    {
        /// <summary>Number of elements.</summary>
        public int Count => Bytes.Length / DType.Size;

        public override string ToString() => $"{DType.Name()}[{string.Join(",", Shape)}]";
    }

    /// <summary>An integer scalar.</summary>
    public sealed record Integer(Int128 Value) : GoldenValue;

    /// <summary>A floating-point scalar.</summary>
    public sealed record Real(double Value) : GoldenValue;

    /// <summary>A truth value.</summary>
    public sealed record Truth(bool Value) : GoldenValue;

    /// <summary>A complex scalar.</summary>
    public sealed record ComplexNumber(Complex Value) : GoldenValue;

    /// <summary>A text.</summary>
    public sealed record Text(string Value) : GoldenValue;

    /// <summary>An element type.</summary>
    public sealed record ElementType(DType Value) : GoldenValue;

    /// <summary>No value.</summary>
    public sealed record None : GoldenValue;

    /// <summary>A list or tuple of integers.</summary>
    public sealed record Integers(long[] Values) : GoldenValue;

    /// <summary>A list of values.</summary>
    public sealed record Sequence(IReadOnlyList<GoldenValue> Items) : GoldenValue;

    /// <summary>Values by name.</summary>
    public sealed record Dictionary(IReadOnlyDictionary<string, GoldenValue> Items) : GoldenValue;

    /// <summary>A schedule of an optimiser: the function that makes it, and its arguments.</summary>
    public sealed record Schedule(string Name, IReadOnlyList<GoldenValue> Arguments) : GoldenValue;

    /// <summary>A slice; null for an absent part.</summary>
    public sealed record Slice(int? Start, int? Stop, int? Step) : GoldenValue;

    /// <summary>The ellipsis of an index.</summary>
    public sealed record Ellipsis : GoldenValue;

    /// <summary>An index of one entry, or a tuple of several.</summary>
    public sealed record Index(IReadOnlyList<GoldenValue> Entries) : GoldenValue;
}
