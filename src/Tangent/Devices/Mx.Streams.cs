namespace Tangent;

public static partial class Mx
{
    /// <summary>The stream that <see cref="EvalAsync(NDArray[])"/> hands work to: that of <see cref="Stream(DeviceStream)"/> in this flow of control, or else of the process.</summary>
    /// <param name="device">The device, or null for the default one.</param>
    /// <exception cref="ArgumentException">The device is not there.</exception>
    [Mlx("core.default_stream")]
    public static DeviceStream DefaultStream(Device? device = null)
    {
        Device.Require("DefaultStream", device ?? DefaultDevice());
        return DeviceStream.Current;
    }

    /// <summary>Sets the stream that the process hands work to where no <see cref="Stream(DeviceStream)"/> is open.</summary>
    [Mlx("core.set_default_stream")]
    public static void SetDefaultStream(DeviceStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.SetAsDefault();
    }

    /// <summary>A new stream: what is handed to it runs in order, and beside other streams.</summary>
    /// <param name="device">The device, or null for the default one.</param>
    /// <exception cref="ArgumentException">The device is not there.</exception>
    [Mlx("core.new_stream")]
    public static DeviceStream NewStream(Device? device = null) => new(Device.Require("NewStream", device ?? DefaultDevice()));

    /// <summary>Until the result is disposed, this flow of control, also through <c>await</c>, hands its evaluations to a stream.</summary>
    /// <example><code>
    /// NDArray x = Mx.Ones(3), y = x + 1, z = y * 2;
    /// using (Mx.Stream(Mx.NewStream()))
    /// {
    ///     _ = Mx.EvalAsync(y);
    ///     _ = Mx.EvalAsync(z); // begins when y is there
    ///     Mx.Synchronize();
    /// }
    /// Console.WriteLine(z); // array([4, 4, 4], dtype=float32)
    /// </code></example>
    [Mlx("core.stream")]
    public static IDisposable Stream(DeviceStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.Open();
    }

    /// <summary>The same with the stream that is the default of a device.</summary>
    /// <exception cref="ArgumentException">The device is not there.</exception>
    [Mlx("core.stream")]
    public static IDisposable Stream(Device device)
    {
        Device.Require("Stream", device);
        return DeviceStream.Current.Open();
    }

    /// <summary>Returns when all is done that was handed to a stream so far. What failed there says so to who awaits it, not here.</summary>
    /// <param name="stream">The stream, or null for the default one.</param>
    [Mlx("core.synchronize")]
    public static void Synchronize(DeviceStream? stream = null) => (stream ?? DeviceStream.Current).Wait();
}
