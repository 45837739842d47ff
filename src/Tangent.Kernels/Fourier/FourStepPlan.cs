namespace Tangent.Kernels;

/// <summary>How a long row is transformed: as a matrix of <see cref="Rows"/> × <see cref="Columns"/>, by columns and then by rows.</summary>
internal sealed unsafe class FourStepPlan
{
    /// <summary>Numbers up to which every factor between the steps has a place in a table, in the order in which they are read.</summary>
    private const int MostInTable = 1 << 15;

    private static readonly PlanTable<FourStepPlan> Plans = new();

    private readonly FourierTable turns;
    private readonly FourierTable? starts;

    private FourStepPlan(int length, int lanes)
    {
        (Length, Lanes) = (length, lanes);
        (Rows, Columns) = (LineLength.Of(length).Rows, LineLength.Of(length).Columns);
        ColumnPlan = LanePlan.Of(Rows);
        RowPlan = LanePlan.Of(Columns);
        HasAllTurns = length <= MostInTable;
        int blocks = (Rows + lanes - 1) / lanes;
        turns = new FourierTable(2L * lanes * Columns * (HasAllTurns ? blocks : 1));
        FillTurns(HasAllTurns ? blocks : 1);
        if (HasAllTurns)
            return;
        starts = new FourierTable(2L * blocks * Columns);
        FillStarts(blocks);
    }

    /// <summary>The length of the row.</summary>
    public int Length { get; }

    /// <summary>Lanes of a vector.</summary>
    public int Lanes { get; }

    /// <summary>The length of the columns, and the number of results side by side.</summary>
    public int Rows { get; }

    /// <summary>The length of the second transforms.</summary>
    public int Columns { get; }

    /// <summary>The transforms of columns.</summary>
    public LanePlan ColumnPlan { get; }

    /// <summary>The transforms of rows.</summary>
    public LanePlan RowPlan { get; }

    /// <summary>Whether <see cref="Turns"/> has the factors of all blocks of rows; else of the first, and <see cref="Starts"/> what it is multiplied by.</summary>
    public bool HasAllTurns { get; }

    /// <summary>For each block of rows and each column a vector of cosines and one of sines.</summary>
    public float* Turns => turns.Pointer;

    /// <summary>For each block of rows and each column the cosine and the sine of its first row.</summary>
    public float* Starts => starts is null ? null : starts.Pointer;

    /// <summary>The plan for a length that <see cref="LineLength.HasPasses"/>.</summary>
    public static FourStepPlan Of(int length, int lanes) =>
        Plans.Of(length, lanes, static (length, lanes) => new FourStepPlan(length, lanes));

    private void FillTurns(int blocks)
    {
        float* to = Turns;
        for (int block = 0; block < blocks; block++)
            for (int column = 0; column < Columns; column++, to += 2 * Lanes)
                for (int lane = 0; lane < Lanes; lane++)
                {
                    (double cosine, double sine) = FourierTable.Root((long)column * (block * Lanes + lane), Length);
                    (to[lane], to[Lanes + lane]) = ((float)cosine, (float)-sine);
                }
    }

    private void FillStarts(int blocks)
    {
        float* to = Starts;
        for (int block = 0; block < blocks; block++)
            for (int column = 0; column < Columns; column++, to += 2)
            {
                (double cosine, double sine) = FourierTable.Root((long)column * block * Lanes, Length);
                (to[0], to[1]) = ((float)cosine, (float)-sine);
            }
    }
}
