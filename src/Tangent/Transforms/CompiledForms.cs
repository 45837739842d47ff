using Tangent.Kernels;

namespace Tangent;

/// <summary>A compiled function of a tree: one compiled function of arrays for each form of the tree.</summary>
internal sealed class CompiledForms<TIn, TOut>(Func<TIn, TOut> function, CompiledState? state)
{
    // Forms that go on growing, or a number that is another each time, must not fill the memory with plans.
    private readonly BoundedTable<TreeForm, Entry> forms = new(limit: 256);
    private TreeForm? last;

    /// <summary>Runs the plan for a tree of this form.</summary>
    public TOut Call(TIn x)
    {
        TreeReader read = TreeReader.Read("Compile", TreeRole.Argument, x);
        NDArray[] arrays = read.Arrays;
        NDArray[] captured = state?.Read(read.Parts) ?? [];
        if (!CompiledFunction.IsEnabled || NaNScope.IsOpenHere || Trace.Sees(arrays) || Trace.Sees(captured))
            return function(Tree.Rebuild(x, NDArray.Share(arrays)));
        var form = new TreeForm(read.Parts);
        Entry entry = forms.TryGet(form, out Entry? known) ? known : forms.Add(form, new Entry(function, x, read, state, Reason(form)));
        last = form;
        return entry.Call(arrays, captured);
    }

    private string? Reason(TreeForm form) => TraceLog.IsOpen ? last?.Difference(form) : null;

    /// <summary>The compiled function of one form, and the form of its result.</summary>
    private sealed class Entry
    {
        private readonly TreeFunction<TIn, TOut> leaves;
        private readonly CompiledFunction compiled;
        private readonly CompiledState? state;
        private readonly int arguments;
        private bool[] isNew = [];

        public Entry(Func<TIn, TOut> function, TIn first, TreeReader read, CompiledState? state, string? reason)
        {
            // The first arguments themselves must not live as long as the function.
            NDArray[] arrays = read.Arrays;
            NDArray[] standIns = Array.ConvertAll(arrays, array => Placeholder.Of(array.Spec, "Compile"));
            leaves = new TreeFunction<TIn, TOut>("Compile", function, Tree.Rebuild(first, standIns), TreeRole.CompiledResult, [.. read.Parts.Where(part => part.Kind == TreePartKind.Static)]);
            arguments = arrays.Length;
            this.state = state;
            Func<NDArray[], NDArray[]> body = state is null ? leaves.Call : WithState;
            compiled = reason is null ? new(body) : new(body) { FirstReason = reason };
        }

        public TOut Call(NDArray[] x, NDArray[] captured)
        {
            if (state is null)
                return leaves.Result(compiled.Call(x));
            NDArray[] y = compiled.Call([.. x, .. captured]);
            state.Put(y[^isNew.Length..], isNew);
            return leaves.Result(y[..^isNew.Length]);
        }

        private NDArray[] WithState(NDArray[] x)
        {
            NDArray[] y = [];
            (NDArray[] after, isNew) = state!.Run(x[arguments..], () => y = leaves.Call(x[..arguments]));
            return [.. y, .. after];
        }
    }
}
