using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tangent.Kernels;

namespace Tangent;

/// <summary>Reads .NET arrays of several axes and sequences of sequences.</summary>
internal sealed class NestedValues
{
    /// <summary>The most levels: a sequence that contains itself has no end.</summary>
    private const int Deepest = 64;

    private readonly List<int> lengths = [];
    private readonly List<Scalar> scalars = [];
    private DType? dtype;
    private bool isComplete;
    private bool holdsArrays;

    private NestedValues()
    {
    }

    /// <summary>An array from numbers, arrays, or sequences of them.</summary>
    public static NDArray Of(IEnumerable values)
    {
        var nested = new NestedValues();
        nested.Add(values, 0);
        return nested.holdsArrays ? Stacked(values) : nested.Build();
    }

    /// <summary>A copy of a .NET array whose items are elements; null if they are not.</summary>
    public static NDArray? Dense(Array values)
    {
        Type? type = values.GetType().GetElementType();
        Shape shape = new([.. Enumerable.Range(0, values.Rank).Select(values.GetLength)]);
        if (type == typeof(Complex))
            return Mx.Array<Complex64>(Narrow(Elements<Complex>(values)), shape);
        return NumberTypes.Of(type) is { } dtype ? NDArray.Copy<byte>(Bytes(values, dtype), dtype, shape) : null;
    }

    /// <summary>Complex numbers of the framework's own precision. <typeparamref name="T"/> is <see cref="Complex"/>.</summary>
    public static Complex64[] Narrow<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        ReadOnlySpan<Complex> numbers = MemoryMarshal.Cast<T, Complex>(values);
        var result = new Complex64[numbers.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = new Complex64((float)numbers[i].Real, (float)numbers[i].Imaginary);
        return result;
    }

    private static ReadOnlySpan<T> Elements<T>(Array values) where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(values)), values.Length);

    private static ReadOnlySpan<byte> Bytes(Array values, DType dtype) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(values), checked(values.Length * dtype.Size));

    private static NDArray Stacked(IEnumerable values) => Mx.Stack([.. values.Cast<object>().Select(item => item switch
    {
        NDArray array => array,
        Array array => Mx.Array(array),
        IEnumerable inner => Of(inner),
        _ => throw new ArgumentException("Array: a sequence holds both arrays and numbers.", nameof(values)),
    })]);

    private void Add(object? item, int depth)
    {
        if (holdsArrays)
            return;
        if (item is NDArray or Array { Rank: > 1 })
            holdsArrays = true;
        else if (item is IEnumerable sequence and not string)
            AddAll([.. sequence.Cast<object?>()], depth);
        else
            AddNumber(item, depth);
    }

    private void AddAll(object?[] items, int depth)
    {
        if (depth == Deepest)
            throw new ArgumentException($"Array: the sequences nest deeper than {Deepest} levels.", "values");
        if (depth == lengths.Count && !isComplete)
            lengths.Add(items.Length);
        if (depth >= lengths.Count || lengths[depth] != items.Length)
            throw Ragged();
        foreach (object? item in items)
            Add(item, depth + 1);
        isComplete |= items.Length == 0;
    }

    private void AddNumber(object? item, int depth)
    {
        (DType type, Scalar value) = NumberTypes.Read(item)
            ?? throw new ArgumentException($"Array: {item?.GetType().Name ?? "null"} is no element type.", "values");
        isComplete = true;
        if (depth != lengths.Count)
            throw Ragged();
        dtype = dtype is { } other ? Promotion.Of(other, type) : type;
        scalars.Add(value);
    }

    private unsafe NDArray Build()
    {
        DType type = dtype ?? DType.Float32;
        var bytes = new byte[checked(scalars.Count * type.Size)];
        for (int i = 0; i < scalars.Count; i++)
        {
            ulong bits = scalars[i].Bits(type);
            new ReadOnlySpan<byte>(&bits, type.Size).CopyTo(bytes.AsSpan(i * type.Size));
        }
        return NDArray.Copy<byte>(bytes, type, new Shape([.. lengths]));
    }

    private static ArgumentException Ragged() => new("Array: the inner sequences are not alike in length or depth.", "values");
}
