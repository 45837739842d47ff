using System.Runtime.InteropServices;

namespace Tangent.Bench.Torch;

/// <summary>
/// Loads TorchSharp's native library. It was linked against a libstdc++ that Debian 12 does not have yet and names that
/// library's version GLIBCXX_3.4.32 as needed, though only for a symbol that asks for the set-up of the standard streams,
/// which older versions do unasked; no code refers to it. So where loading fails for that name, the need is marked as
/// optional in the build's copy of the library.
/// </summary>
internal static class NativeLibraries
{
    private const string MissingVersion = "GLIBCXX_3.4.32";

    public static void Load()
    {
        string path = Locate();
        try
        {
            NativeLibrary.Load(path);
        }
        catch (DllNotFoundException error) when (error.Message.Contains(MissingVersion, StringComparison.Ordinal))
        {
            MakeOptional(path);
            NativeLibrary.Load(path);
        }
    }

    private static string Locate()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            throw new PlatformNotSupportedException("The bench has TorchSharp's native library for Linux on x64 only.");
        return Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");
    }

    // A new file takes the place of the old one, which may be a link to the package's own.
    private static void MakeOptional(string path)
    {
        byte[] library = File.ReadAllBytes(path);
        ElfVersionNeeds.MakeOptional(library, MissingVersion);
        string changed = path + ".new";
        File.WriteAllBytes(changed, library);
        File.Move(changed, path, overwrite: true);
    }
}
