using System.Buffers.Binary;
using System.Text;

namespace Listen;

/// <summary>Sound at 16,000 samples a second, in [-1, 1].</summary>
internal static class Sound
{
    /// <summary>Samples a second.</summary>
    public const int Rate = 16_000;

    private static readonly double[] Formants = [700, 1220, 2600];

    /// <summary>Eight seconds that are the same everywhere: silence with a little noise, then syllables of a voice that rises and falls, by turns.</summary>
    public static float[] Voice()
    {
        var samples = new float[8 * Rate];
        ulong state = 1;
        double phase = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            double time = i / (double)Rate, pitch = 120 + (30 * Math.Sin(2 * Math.PI * 0.7 * time));
            phase += pitch / Rate;
            bool isSpoken = (int)(time / 1.6) % 2 == 1;
            double syllable = isSpoken ? Math.Pow(Math.Sin(Math.PI * 3.5 * time), 2) : 0;
            state = (state * 6364136223846793005) + 1442695040888963407;
            double noise = ((state >> 40) / (double)(1 << 24)) - 0.5;
            samples[i] = (float)((0.25 * syllable * Throat(phase, pitch, time)) + (0.002 * noise));
        }
        return samples;
    }

    /// <summary>The samples of a WAVE file of 16 bits, one channel and 16,000 samples a second.</summary>
    /// <exception cref="InvalidDataException">It is another.</exception>
    public static float[] Read(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        if (bytes.Length < 12 || Encoding.ASCII.GetString(bytes, 0, 4) != "RIFF" || Encoding.ASCII.GetString(bytes, 8, 4) != "WAVE")
            throw new InvalidDataException($"{file}: this is no WAVE file.");
        for (int place = 12; place + 8 <= bytes.Length;)
        {
            string kind = Encoding.ASCII.GetString(bytes, place, 4);
            int length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(place + 4));
            ReadOnlySpan<byte> chunk = bytes.AsSpan(place + 8, Math.Clamp(length, 0, bytes.Length - place - 8));
            if (kind == "fmt " && !IsKnown(chunk))
                throw new InvalidDataException($"{file}: 16 bits, one channel and 16,000 samples a second are expected.");
            if (kind == "data")
                return Samples(chunk);
            place += 8 + chunk.Length + (chunk.Length & 1);
        }
        throw new InvalidDataException($"{file}: there are no samples in it.");
    }

    // Harmonics, the louder the nearer they are to what the mouth lets through; the second place moves as in "aya".
    private static double Throat(double phase, double pitch, double time)
    {
        double sum = 0, second = Formants[1] + (500 * Math.Sin(2 * Math.PI * 1.75 * time));
        for (int harmonic = 1; harmonic * pitch < 4000; harmonic++)
        {
            double frequency = harmonic * pitch;
            double loudness = Peak(frequency, Formants[0], 110) + (0.6 * Peak(frequency, second, 140)) + (0.3 * Peak(frequency, Formants[2], 200));
            sum += loudness * Math.Sin(2 * Math.PI * harmonic * phase) / Math.Sqrt(harmonic);
        }
        return sum;
    }

    private static double Peak(double frequency, double middle, double width) => 1 / (1 + Math.Pow((frequency - middle) / width, 2));

    private static bool IsKnown(ReadOnlySpan<byte> format) => format.Length >= 16
        && BinaryPrimitives.ReadInt16LittleEndian(format) == 1 && BinaryPrimitives.ReadInt16LittleEndian(format[2..]) == 1
        && BinaryPrimitives.ReadInt32LittleEndian(format[4..]) == Rate && BinaryPrimitives.ReadInt16LittleEndian(format[14..]) == 16;

    private static float[] Samples(ReadOnlySpan<byte> bytes)
    {
        var samples = new float[bytes.Length / 2];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]) / 32768f;
        return samples;
    }
}
