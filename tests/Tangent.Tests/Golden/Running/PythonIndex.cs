namespace Tangent.Tests.Golden.Running;

/// <summary>
/// What stands between the brackets of a Python index: integers, arrays, and <see cref="GoldenValue.Slice"/>,
/// <see cref="GoldenValue.Ellipsis"/> and <see cref="GoldenValue.None"/> for a new axis.
/// </summary>
public sealed record PythonIndex(object[] Entries);
