namespace Tangent.Kernels;

/// <summary>What an input of a row-wise kernel has for each row.</summary>
internal enum RowInput : byte
{
    /// <summary>A row of its own: the shape is [..., row].</summary>
    Row,
    /// <summary>One number: the shape is [...] or [..., 1].</summary>
    Number,
    /// <summary>The same row as all others: the shape is [row].</summary>
    SameRow,
}
