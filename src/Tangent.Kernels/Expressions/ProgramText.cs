using System.Globalization;

namespace Tangent.Kernels;

/// <summary>Writes programs as people write expressions: inputs are x0, x1, …; what is used twice gets a name, t0, t1, …</summary>
internal static class ProgramText
{
    /// <summary>The named steps, then the outputs.</summary>
    public static string Of(Program program)
    {
        int[] uses = Uses(program);
        var texts = new string[program.Instructions.Length];
        var lines = new List<string>();
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = Of(program.Instructions[i], texts);
            if (uses[i] < 2 || program.Instructions[i].Op is ScalarOp.Input or ScalarOp.Constant)
                continue;
            string name = $"t{lines.Count}";
            lines.Add($"{name} = {texts[i]}");
            texts[i] = name;
        }
        lines.Add(string.Join(", ", program.Outputs.Select((step, i) => program.FoldOf(i) is { } fold ? $"{fold} of {texts[step]}" : texts[step])));
        return string.Join("; ", lines);
    }

    /// <summary>A literal, given by its representation.</summary>
    public static string OfLiteral(DType dtype, ulong bits) => dtype switch
    {
        DType.Float32 => BitConverter.UInt32BitsToSingle((uint)bits).ToString(CultureInfo.InvariantCulture),
        DType.Float64 => BitConverter.UInt64BitsToDouble(bits).ToString(CultureInfo.InvariantCulture),
        DType.Float16 => BitConverter.UInt16BitsToHalf((ushort)bits).ToString(CultureInfo.InvariantCulture),
        DType.BFloat16 => BitConverter.UInt32BitsToSingle((uint)bits << 16).ToString(CultureInfo.InvariantCulture),
        DType.Complex64 => $"{OfLiteral(DType.Float32, (uint)bits)}+{OfLiteral(DType.Float32, bits >> 32)}j",
        DType.Bool => bits == 0 ? "false" : "true",
        DType.Int8 => ((sbyte)bits).ToString(CultureInfo.InvariantCulture),
        DType.Int16 => ((short)bits).ToString(CultureInfo.InvariantCulture),
        DType.Int32 => ((int)bits).ToString(CultureInfo.InvariantCulture),
        DType.Int64 => ((long)bits).ToString(CultureInfo.InvariantCulture),
        _ => bits.ToString(CultureInfo.InvariantCulture),
    };

    private static int[] Uses(Program program)
    {
        var uses = new int[program.Instructions.Length];
        foreach (Instruction step in program.Instructions)
            foreach (int argument in (ReadOnlySpan<int>)[step.A, step.B, step.C])
                if (argument >= 0)
                    uses[argument]++;
        foreach (int output in program.Outputs)
            uses[output]++;
        return uses;
    }

    private static string Of(Instruction step, string[] texts) => step.Op switch
    {
        ScalarOp.Input => $"x{step.Bits}",
        ScalarOp.Constant => OfLiteral(step.DType, step.Bits),
        ScalarOp.Cast => $"{step.DType.Name()}({texts[step.A]})",
        _ => $"{step.Op}({string.Join(", ", new[] { step.A, step.B, step.C }.Where(argument => argument >= 0).Select(argument => texts[argument]))})",
    };
}
