namespace Tangent;

/// <summary>A tuple of one; its branches are named by their index.</summary>
internal sealed class ValueTupleType<T1> : BranchType<ValueTuple<T1>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref ValueTuple<T1> tree)
    {
        visitor.Tree("0", ref tree.Item1);
    }
}

/// <summary>A tuple of 2; its branches are named by their index.</summary>
internal sealed class ValueTupleType<T1, T2> : BranchType<ValueTuple<T1, T2>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref ValueTuple<T1, T2> tree)
    {
        visitor.Tree("0", ref tree.Item1);
        visitor.Tree("1", ref tree.Item2);
    }
}

/// <summary>A tuple of 3; its branches are named by their index.</summary>
internal sealed class ValueTupleType<T1, T2, T3> : BranchType<ValueTuple<T1, T2, T3>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref ValueTuple<T1, T2, T3> tree)
    {
        visitor.Tree("0", ref tree.Item1);
        visitor.Tree("1", ref tree.Item2);
        visitor.Tree("2", ref tree.Item3);
    }
}

/// <summary>A tuple of 4; its branches are named by their index.</summary>
internal sealed class ValueTupleType<T1, T2, T3, T4> : BranchType<ValueTuple<T1, T2, T3, T4>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref ValueTuple<T1, T2, T3, T4> tree)
    {
        visitor.Tree("0", ref tree.Item1);
        visitor.Tree("1", ref tree.Item2);
        visitor.Tree("2", ref tree.Item3);
        visitor.Tree("3", ref tree.Item4);
    }
}

/// <summary>A tuple of 5; its branches are named by their index.</summary>
internal sealed class ValueTupleType<T1, T2, T3, T4, T5> : BranchType<ValueTuple<T1, T2, T3, T4, T5>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref ValueTuple<T1, T2, T3, T4, T5> tree)
    {
        visitor.Tree("0", ref tree.Item1);
        visitor.Tree("1", ref tree.Item2);
        visitor.Tree("2", ref tree.Item3);
        visitor.Tree("3", ref tree.Item4);
        visitor.Tree("4", ref tree.Item5);
    }
}

/// <summary>A tuple of 6; its branches are named by their index.</summary>
internal sealed class ValueTupleType<T1, T2, T3, T4, T5, T6> : BranchType<ValueTuple<T1, T2, T3, T4, T5, T6>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref ValueTuple<T1, T2, T3, T4, T5, T6> tree)
    {
        visitor.Tree("0", ref tree.Item1);
        visitor.Tree("1", ref tree.Item2);
        visitor.Tree("2", ref tree.Item3);
        visitor.Tree("3", ref tree.Item4);
        visitor.Tree("4", ref tree.Item5);
        visitor.Tree("5", ref tree.Item6);
    }
}

/// <summary>A tuple of 7; its branches are named by their index.</summary>
internal sealed class ValueTupleType<T1, T2, T3, T4, T5, T6, T7> : BranchType<ValueTuple<T1, T2, T3, T4, T5, T6, T7>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref ValueTuple<T1, T2, T3, T4, T5, T6, T7> tree)
    {
        visitor.Tree("0", ref tree.Item1);
        visitor.Tree("1", ref tree.Item2);
        visitor.Tree("2", ref tree.Item3);
        visitor.Tree("3", ref tree.Item4);
        visitor.Tree("4", ref tree.Item5);
        visitor.Tree("5", ref tree.Item6);
        visitor.Tree("6", ref tree.Item7);
    }
}

/// <summary>A tuple of more than seven, whose further elements are in a tuple of their own.</summary>
internal sealed class ValueTupleType<T1, T2, T3, T4, T5, T6, T7, TRest> : BranchType<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>> where TRest : struct
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> tree)
    {
        visitor.Tree("0", ref tree.Item1);
        visitor.Tree("1", ref tree.Item2);
        visitor.Tree("2", ref tree.Item3);
        visitor.Tree("3", ref tree.Item4);
        visitor.Tree("4", ref tree.Item5);
        visitor.Tree("5", ref tree.Item6);
        visitor.Tree("6", ref tree.Item7);
        visitor.Tree("rest", ref tree.Rest);
    }
}
