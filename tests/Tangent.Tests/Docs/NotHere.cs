namespace Tangent.Tests.Docs;

/// <summary>Names of MLX that have no counterpart and need none, with the reason.</summary>
internal static class NotHere
{
    private const string Gpu = "there is no code for graphics processors";
    private const string Fuses = "a composition of elementwise operations is one loop already, with its derivatives: write the function and `Mx.Compile` it; `Mx.HostCall` runs other code";
    private const string Threads = "any thread may use any stream";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["core.ArrayLike"] = "numbers, .NET arrays, lists and tensors convert to `NDArray` by themselves",
        ["core.StreamContext"] = "`Mx.Stream` returns an `IDisposable`",
        ["core.ThreadLocalStream"] = ".NET has it: `new ThreadLocal<DeviceStream>(() => Mx.NewStream())`",
        ["core.new_thread_local_stream"] = ".NET has it: `new ThreadLocal<DeviceStream>(() => Mx.NewStream())`",
        ["core.new_thread_unsafe_stream"] = Threads,
        ["core.clear_streams"] = "a stream is an object that the garbage collector takes, and holds no thread",
        ["core.set_wired_limit"] = "it is about memory that a graphics processor holds",
        ["core.fast.metal_kernel"] = Fuses,
        ["core.fast.cuda_kernel"] = Fuses,
        ["core.fast.precompiled_cuda_kernel"] = Gpu,
        ["core.metal.device_info"] = Gpu,
        ["core.metal.start_capture"] = Gpu,
        ["core.metal.stop_capture"] = Gpu,
        ["core.metal.set_wired_limit"] = Gpu,
        ["core.metal.clear_cache"] = "`Mx.ClearCache` serves the one device",
        ["core.metal.get_active_memory"] = "`Mx.GetActiveMemory` serves the one device",
        ["core.metal.get_cache_memory"] = "`Mx.GetCacheMemory` serves the one device",
        ["core.metal.get_peak_memory"] = "`Mx.GetPeakMemory` serves the one device",
        ["core.metal.reset_peak_memory"] = "`Mx.ResetPeakMemory` serves the one device",
        ["core.metal.set_cache_limit"] = "`Mx.SetCacheLimit` serves the one device",
        ["core.metal.set_memory_limit"] = "`Mx.SetMemoryLimit` serves the one device",
        ["nn.Module.is_module"] = "it is `x is Module`",
        ["nn.Module.valid_child_filter"] = "types say what a module holds: `Children` are the modules in it",
        ["nn.Module.valid_parameter_filter"] = "a filter sees arrays alone, all of which are parameters or buffers",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<string> Names => Reasons.Keys;

    /// <summary>Why, in a sentence; null for a name that has or will have a counterpart.</summary>
    public static string? Reason(string name) => Reasons.TryGetValue(name, out string? reason) ? $"Not here, because {reason}" : PythonOnly.Reason(name);
}
