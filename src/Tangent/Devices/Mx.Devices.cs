using System.Runtime.InteropServices;
using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The kind of device that the processor is.</summary>
    [Mlx("core.cpu")]
    public const DeviceType Cpu = DeviceType.Cpu;

    /// <summary>The kind of device of which there is none.</summary>
    [Mlx("core.gpu")]
    public const DeviceType Gpu = DeviceType.Gpu;

    /// <summary>The device that arrays lie and are computed on: the processor.</summary>
    [Mlx("core.default_device")]
    public static Device DefaultDevice() => Cpu;

    /// <summary>Chooses the device that arrays lie and are computed on, of which there is one.</summary>
    /// <exception cref="ArgumentException">The device is not there.</exception>
    [Mlx("core.set_default_device")]
    public static void SetDefaultDevice(Device device) => Device.Require("SetDefaultDevice", device);

    /// <summary>How many devices of a kind there are: one processor, however many cores it has, and nothing else.</summary>
    [Mlx("core.device_count")]
    public static int DeviceCount(DeviceType type) => type == Cpu ? 1 : 0;

    /// <summary>Whether a device is there.</summary>
    [Mlx("core.is_available")]
    public static bool IsAvailable(Device device) => device.Index >= 0 && device.Index < DeviceCount(device.Type);

    /// <summary>What a device is; the default one if null.</summary>
    /// <exception cref="ArgumentException">The device is not there.</exception>
    [Mlx("core.device_info")]
    public static DeviceInfo DeviceInfo(Device? device = null)
    {
        Device known = Device.Require("DeviceInfo", device ?? DefaultDevice());
        return new(
            Device.Name(known.Type),
            RuntimeInformation.ProcessArchitecture.ToString(),
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            Environment.ProcessorCount,
            Lanes.WidestBits);
    }

    /// <summary>Apple's graphics processors.</summary>
    public static class Metal
    {
        /// <summary>False: there is no code for them.</summary>
        [Mlx("core.metal.is_available")]
        public static bool IsAvailable() => false;
    }

    /// <summary>NVIDIA's graphics processors.</summary>
    public static class Cuda
    {
        /// <summary>False: there is no code for them.</summary>
        [Mlx("core.cuda.is_available")]
        public static bool IsAvailable() => false;
    }
}
