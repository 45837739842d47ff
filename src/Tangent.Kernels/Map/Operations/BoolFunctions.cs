namespace Tangent.Kernels;

/// <summary>Integer functions of booleans held as bytes 0 and 1; the result is whether the integer's differs from 0.</summary>
internal static class BoolFunctions
{
    public static byte FloorDivide(byte x, byte y) => (byte)(x & y);

    public static byte Remainder(byte x, byte y) => 0;

    public static byte Power(byte x, byte y) => (byte)(x | (y ^ 1));

    public static byte ShiftLeft(byte x, byte y) => x;

    public static byte ShiftRight(byte x, byte y) => (byte)(x & (y ^ 1));
}
