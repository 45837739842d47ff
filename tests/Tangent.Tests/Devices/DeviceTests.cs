using Xunit;

namespace Tangent.Tests.Devices;

/// <summary>There is one device, the processor; any other is refused by name.</summary>
public class DeviceTests
{
    private static readonly Device[] Missing = [Mx.Gpu, new(DeviceType.Gpu, 1), new(DeviceType.Cpu, 1), new(DeviceType.Cpu, -1), (DeviceType)7];

    [Fact]
    public void TheProcessorIsThereAndTheDefault()
    {
        Assert.Equal(Mx.Cpu, Mx.DefaultDevice());
        Assert.True(Mx.IsAvailable(Mx.Cpu));
        Assert.Equal(1, Mx.DeviceCount(Mx.Cpu));
        Assert.Equal("Device(cpu, 0)", Mx.DefaultDevice().ToString());
        Mx.SetDefaultDevice(Mx.Cpu);
        Assert.Equal(new Device(DeviceType.Cpu, 0), Mx.DefaultDevice());
    }

    [Fact]
    public void AGraphicsProcessorIsNot()
    {
        Assert.All(Missing, device => Assert.False(Mx.IsAvailable(device)));
        Assert.Equal(0, Mx.DeviceCount(Mx.Gpu));
        Assert.Equal(0, Mx.DeviceCount((DeviceType)7));
        Assert.False(Mx.Metal.IsAvailable());
        Assert.False(Mx.Cuda.IsAvailable());
    }

    [Fact]
    public void WhatIsNotThereIsRefusedByName()
    {
        (string Name, Action<Device> Call)[] calls =
        [
            ("SetDefaultDevice", Mx.SetDefaultDevice),
            ("DeviceInfo", device => Mx.DeviceInfo(device)),
            ("NewStream", device => Mx.NewStream(device)),
            ("DefaultStream", device => Mx.DefaultStream(device)),
            ("Stream", device => Mx.Stream(device)),
        ];
        foreach ((string name, Action<Device> call) in calls)
            foreach (Device device in Missing)
            {
                string message = Assert.Throws<ArgumentException>("device", () => call(device)).Message;
                Assert.StartsWith($"{name}: there is no device {(device.Type == DeviceType.Gpu ? "gpu" : device.Type == DeviceType.Cpu ? "cpu" : "7")} {device.Index};", message);
            }
        Assert.Equal(Mx.Cpu, Mx.DefaultDevice());
    }

    [Fact]
    public void TheProcessorSaysWhatItIs()
    {
        DeviceInfo info = Mx.DeviceInfo();
        Assert.Equal("cpu", info.DeviceName);
        Assert.Equal(Environment.ProcessorCount, info.Processors);
        Assert.Equal(System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString(), info.Architecture);
        Assert.True(info.MemorySize > 1 << 20);
        Assert.Contains(info.VectorBits, new[] { 128, 256, 512 });
        Assert.Equal(info, Mx.DeviceInfo(Mx.Cpu));
    }
}
