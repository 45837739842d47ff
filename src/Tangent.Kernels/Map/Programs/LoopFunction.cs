namespace Tangent.Kernels;

/// <summary>
/// Computes <paramref name="count"/> elements that are contiguous in every output. Each input is contiguous too, or a
/// single element that repeats: which, was settled when the function was made. An output may be the memory of an input;
/// where it is folded it is a row's accumulators, which <see cref="FoldLoops.StartRow"/> made of nothing.
/// </summary>
internal unsafe delegate void LoopFunction(byte** inputs, byte** outputs, long count);
