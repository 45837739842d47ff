namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static IEnumerable<IEnumerable<Sample>> Families() =>
    [
        UnaryFamily(),
        BinaryFamily(),
        ComplexFamily(),
        FlatFamily(),
        ShapeFamily(),
        JoiningFamily(),
        ReductionFamily(),
        ProductFamily(),
        ConvolutionFamily(),
        PoolingFamily(),
        QuantizationFamily(),
        AttentionFamily(),
        OrderingFamily(),
        ScanFamily(),
        FourierFamily(),
        NormalizationFamily(),
        IndexingFamily(),
        SliceFamily(),
        AssignmentFamily(),
        UpdateFamily(),
        IndexArgumentFamily(),
        EmptyFamily(),
        RandomFamily(),
        NumPyFamily(),
        ControlFamily(),
        TransformFamily(),
        LinearAlgebraFamily(),
        SolverFamily(),
        ActivationFamily(),
        LossFamily(),
    ];
}
