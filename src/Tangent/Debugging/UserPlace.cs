using System.Diagnostics;

namespace Tangent;

/// <summary>Finds where in the user's source something is called.</summary>
internal static class UserPlace
{
    private static readonly string[] Ours = ["Tangent,", "Tangent.Kernels,", "Tangent.Nn,", "System."];

    /// <summary>The innermost method on the stack that is not the library's or the system's, with file and line where they are known.</summary>
    public static string Current()
    {
        foreach (StackFrame frame in new StackTrace(fNeedFileInfo: true).GetFrames())
            if (DiagnosticMethodInfo.Create(frame) is { } method && !Array.Exists(Ours, name => method.DeclaringAssemblyName.StartsWith(name, StringComparison.Ordinal)))
                return $"{method.DeclaringTypeName}.{method.Name}{(frame.GetFileName() is { } file ? $" ({Path.GetFileName(file)}:{frame.GetFileLineNumber()})" : "")}";
        return "code without a name";
    }
}
