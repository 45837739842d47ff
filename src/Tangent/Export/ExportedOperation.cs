namespace Tangent;

/// <summary>An operation of an exported function.</summary>
/// <param name="Primitive">What it does.</param>
/// <param name="Inputs">The values that it reads.</param>
/// <param name="Results">Shapes and types of what it makes.</param>
/// <param name="Bodies">The functions that it runs.</param>
internal sealed record ExportedOperation(Primitive Primitive, int[] Inputs, ArraySpec[] Results, ExportedBody[] Bodies);
