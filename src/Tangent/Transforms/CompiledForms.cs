using System.Collections.Concurrent;

namespace Tangent;

/// <summary>A compiled function of a tree: one compiled function of arrays for each form of the tree.</summary>
internal sealed class CompiledForms<TIn, TOut>(Func<TIn, TOut> function)
{
    /// <summary>Forms beyond this number start afresh: a form without value equality must not fill the memory.</summary>
    private const int Limit = 256;

    private readonly ConcurrentDictionary<TreeForm, Entry> forms = new();

    /// <summary>Runs the plan for a tree of this form.</summary>
    public TOut Call(TIn x)
    {
        if (!CompiledFunction.IsEnabled || Trace.Current is not null)
            return function(Tree.Rebuild(x, NDArray.Share(Tree.Flatten(x))));
        if (forms.Count >= Limit)
            forms.Clear();
        Entry entry = forms.GetOrAdd(new TreeForm(x), _ => new Entry(function, x));
        return entry.Call(Tree.Flatten(x));
    }

    /// <summary>The compiled function of one form, and the form of its result.</summary>
    private sealed class Entry
    {
        private readonly TreeFunction<TIn, TOut> leaves;
        private readonly CompiledFunction compiled;

        public Entry(Func<TIn, TOut> function, TIn like)
        {
            leaves = new TreeFunction<TIn, TOut>(function, like);
            compiled = new CompiledFunction(leaves.Call);
        }

        public TOut Call(NDArray[] x) => leaves.Result(compiled.Call(x));
    }
}
