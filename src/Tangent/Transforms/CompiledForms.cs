using Tangent.Kernels;

namespace Tangent;

/// <summary>A compiled function of a tree: one compiled function of arrays for each form of the tree.</summary>
internal sealed class CompiledForms<TIn, TOut>(Func<TIn, TOut> function)
{
    // A form without value equality must not fill the memory.
    private readonly BoundedTable<TreeForm, Entry> forms = new(limit: 256);

    /// <summary>Runs the plan for a tree of this form.</summary>
    public TOut Call(TIn x)
    {
        NDArray[] arrays = Tree.Flatten(x);
        if (!CompiledFunction.IsEnabled || Trace.Sees(arrays))
            return function(Tree.Rebuild(x, NDArray.Share(arrays)));
        var form = new TreeForm(x);
        Entry entry = forms.TryGet(form, out Entry? known) ? known : forms.Add(form, new Entry(function, x));
        return entry.Call(arrays);
    }

    /// <summary>The compiled function of one form, and the form of its result.</summary>
    private sealed class Entry
    {
        private readonly TreeFunction<TIn, TOut> leaves;
        private readonly CompiledFunction compiled;

        public Entry(Func<TIn, TOut> function, TIn first)
        {
            // The first arguments themselves must not live as long as the function.
            NDArray[] arrays = Array.ConvertAll(Tree.Flatten(first), array => Placeholder.Of(array.Spec, "Compile"));
            leaves = new TreeFunction<TIn, TOut>(function, Tree.Rebuild(first, arrays));
            compiled = new CompiledFunction(leaves.Call);
        }

        public TOut Call(NDArray[] x) => leaves.Result(compiled.Call(x));
    }
}
