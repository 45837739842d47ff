namespace Tangent.Kernels;

/// <summary>Some rows and columns of an <see cref="IterationSpace"/>.</summary>
internal readonly record struct MapBlock(long FirstRow, long FirstColumn, long Rows, long Columns);
