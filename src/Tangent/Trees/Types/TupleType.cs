namespace Tangent;

/// <summary>A tuple of 1; its branches are named by their index.</summary>
internal sealed class TupleType<T1> : BranchType<Tuple<T1>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref Tuple<T1> tree)
    {
        T1 x1 = tree.Item1;
        visitor.Tree("0", ref x1);
        if (visitor.Access != TreeAccess.Read)
            tree = new(x1);
    }
}

/// <summary>A tuple of 2; its branches are named by their index.</summary>
internal sealed class TupleType<T1, T2> : BranchType<Tuple<T1, T2>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref Tuple<T1, T2> tree)
    {
        T1 x1 = tree.Item1;
        T2 x2 = tree.Item2;
        visitor.Tree("0", ref x1);
        visitor.Tree("1", ref x2);
        if (visitor.Access != TreeAccess.Read)
            tree = new(x1, x2);
    }
}

/// <summary>A tuple of 3; its branches are named by their index.</summary>
internal sealed class TupleType<T1, T2, T3> : BranchType<Tuple<T1, T2, T3>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref Tuple<T1, T2, T3> tree)
    {
        T1 x1 = tree.Item1;
        T2 x2 = tree.Item2;
        T3 x3 = tree.Item3;
        visitor.Tree("0", ref x1);
        visitor.Tree("1", ref x2);
        visitor.Tree("2", ref x3);
        if (visitor.Access != TreeAccess.Read)
            tree = new(x1, x2, x3);
    }
}

/// <summary>A tuple of 4; its branches are named by their index.</summary>
internal sealed class TupleType<T1, T2, T3, T4> : BranchType<Tuple<T1, T2, T3, T4>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref Tuple<T1, T2, T3, T4> tree)
    {
        T1 x1 = tree.Item1;
        T2 x2 = tree.Item2;
        T3 x3 = tree.Item3;
        T4 x4 = tree.Item4;
        visitor.Tree("0", ref x1);
        visitor.Tree("1", ref x2);
        visitor.Tree("2", ref x3);
        visitor.Tree("3", ref x4);
        if (visitor.Access != TreeAccess.Read)
            tree = new(x1, x2, x3, x4);
    }
}

/// <summary>A tuple of 5; its branches are named by their index.</summary>
internal sealed class TupleType<T1, T2, T3, T4, T5> : BranchType<Tuple<T1, T2, T3, T4, T5>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref Tuple<T1, T2, T3, T4, T5> tree)
    {
        T1 x1 = tree.Item1;
        T2 x2 = tree.Item2;
        T3 x3 = tree.Item3;
        T4 x4 = tree.Item4;
        T5 x5 = tree.Item5;
        visitor.Tree("0", ref x1);
        visitor.Tree("1", ref x2);
        visitor.Tree("2", ref x3);
        visitor.Tree("3", ref x4);
        visitor.Tree("4", ref x5);
        if (visitor.Access != TreeAccess.Read)
            tree = new(x1, x2, x3, x4, x5);
    }
}

/// <summary>A tuple of 6; its branches are named by their index.</summary>
internal sealed class TupleType<T1, T2, T3, T4, T5, T6> : BranchType<Tuple<T1, T2, T3, T4, T5, T6>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref Tuple<T1, T2, T3, T4, T5, T6> tree)
    {
        T1 x1 = tree.Item1;
        T2 x2 = tree.Item2;
        T3 x3 = tree.Item3;
        T4 x4 = tree.Item4;
        T5 x5 = tree.Item5;
        T6 x6 = tree.Item6;
        visitor.Tree("0", ref x1);
        visitor.Tree("1", ref x2);
        visitor.Tree("2", ref x3);
        visitor.Tree("3", ref x4);
        visitor.Tree("4", ref x5);
        visitor.Tree("5", ref x6);
        if (visitor.Access != TreeAccess.Read)
            tree = new(x1, x2, x3, x4, x5, x6);
    }
}

/// <summary>A tuple of 7; its branches are named by their index.</summary>
internal sealed class TupleType<T1, T2, T3, T4, T5, T6, T7> : BranchType<Tuple<T1, T2, T3, T4, T5, T6, T7>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref Tuple<T1, T2, T3, T4, T5, T6, T7> tree)
    {
        T1 x1 = tree.Item1;
        T2 x2 = tree.Item2;
        T3 x3 = tree.Item3;
        T4 x4 = tree.Item4;
        T5 x5 = tree.Item5;
        T6 x6 = tree.Item6;
        T7 x7 = tree.Item7;
        visitor.Tree("0", ref x1);
        visitor.Tree("1", ref x2);
        visitor.Tree("2", ref x3);
        visitor.Tree("3", ref x4);
        visitor.Tree("4", ref x5);
        visitor.Tree("5", ref x6);
        visitor.Tree("6", ref x7);
        if (visitor.Access != TreeAccess.Read)
            tree = new(x1, x2, x3, x4, x5, x6, x7);
    }
}
