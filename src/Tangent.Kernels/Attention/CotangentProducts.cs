namespace Tangent.Kernels;

/// <summary>The products that an attention's cotangents are made of; null what is not needed.</summary>
/// <param name="KeysAcross">Rows by keys.</param>
/// <param name="ValuesAcross">Rows by values.</param>
/// <param name="KeysAlong">Sums of keys.</param>
/// <param name="KeyTangentsAcross">Rows by tangents of keys.</param>
/// <param name="ValueTangentsAcross">Rows by tangents of values.</param>
/// <param name="KeyTangentsAlong">Sums of tangents of keys.</param>
internal sealed record CotangentProducts<T>(
    IKeyProducts<T> KeysAcross, IKeyProducts<T> ValuesAcross, IKeyProducts<T> KeysAlong,
    IKeyProducts<T>? KeyTangentsAcross, IKeyProducts<T>? ValueTangentsAcross, IKeyProducts<T>? KeyTangentsAlong) : IDisposable
    where T : unmanaged
{
    public void Dispose()
    {
        KeysAcross.Dispose();
        ValuesAcross.Dispose();
        KeysAlong.Dispose();
        KeyTangentsAcross?.Dispose();
        ValueTangentsAcross?.Dispose();
        KeyTangentsAlong?.Dispose();
    }
}
