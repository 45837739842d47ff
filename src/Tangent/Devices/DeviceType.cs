namespace Tangent;

/// <summary>A kind of device.</summary>
[Mlx("core.DeviceType")]
public enum DeviceType
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>A graphics processor: none is supported.</summary>
    Gpu,
}
