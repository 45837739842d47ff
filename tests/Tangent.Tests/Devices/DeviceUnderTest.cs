using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent.Tests.Devices;

/// <summary>Runs all tests of the process on the checking device where <c>TANGENT_TEST_DEVICE=checking</c>.</summary>
internal static class DeviceUnderTest
{
#pragma warning disable CA2255 // The device must be there before the first array of any test is.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Install()
    {
        if (Environment.GetEnvironmentVariable("TANGENT_TEST_DEVICE") == "checking")
            Machine.Device = new CheckingDevice(Machine.Device);
    }
}
