namespace Tangent;

/// <summary>A device by its kind and number; whether it is there says <see cref="Mx.IsAvailable"/>.</summary>
/// <param name="Type">The kind.</param>
/// <param name="Index">The number among those of its kind.</param>
[Mlx("core.Device")]
public readonly record struct Device(DeviceType Type, int Index = 0)
{
    /// <summary>The first device of a kind.</summary>
    public static implicit operator Device(DeviceType type) => new(type);

    /// <summary>As <c>Device(cpu, 0)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"Device({Name(Type)}, {Index})");

    /// <summary>A kind in the words of messages.</summary>
    internal static string Name(DeviceType type) => type switch
    {
        DeviceType.Cpu => "cpu",
        DeviceType.Gpu => "gpu",
        _ => FormattableString.Invariant($"{(int)type}"),
    };

    /// <summary>The device, if it is there.</summary>
    internal static Device Require(string function, Device device) => Mx.IsAvailable(device)
        ? device
        : throw new ArgumentException(FormattableString.Invariant($"{function}: there is no device {Name(device.Type)} {device.Index}; arrays lie and are computed on cpu 0."), nameof(device));
}
