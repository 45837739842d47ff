using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Tangent.Fuzz;

/// <summary>What of the instrumented code a run passed through, as afl counts it; nothing, if none is instrumented.</summary>
internal sealed unsafe class Coverage
{
    private const int Size = 1 << 16;

    private readonly byte* passed = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] seen = new byte[Size];

    public Coverage() => Trace.SharedMem = passed;

    /// <summary>Edges, each with how often in steps of powers of two, that some run passed.</summary>
    public int Seen { get; private set; }

    /// <summary>Forgets the last run.</summary>
    public void Begin()
    {
        new Span<byte>(passed, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>True if the last run passed what none did before.</summary>
    public bool IsNew()
    {
        bool isNew = false;
        var words = new ReadOnlySpan<ulong>(passed, Size / sizeof(ulong));
        for (int word = words.IndexOfAnyExcept(0ul); word >= 0;)
        {
            for (int i = word * sizeof(ulong); i < (word + 1) * sizeof(ulong); i++)
            {
                int often = passed[i] == 0 ? 0 : 1 << Math.Min(7, System.Numerics.BitOperations.Log2(passed[i]));
                if ((often & ~seen[i]) == 0)
                    continue;
                seen[i] |= (byte)often;
                Seen++;
                isNew = true;
            }
            int next = words[(word + 1)..].IndexOfAnyExcept(0ul);
            word = next < 0 ? -1 : word + 1 + next;
        }
        return isNew;
    }
}
