using Tangent.Layers;
using Tangent.Optimizers;

namespace Tangent;

/// <summary>All that a step of training changes, as a tree.</summary>
internal sealed class TrainingState(Module model, Optimizer optimizer) : ITree
{
    private Module model = model;
    private Optimizer optimizer = optimizer;

    object ITree.Accept(TreeVisitor visitor)
    {
        TrainingState self = visitor.Access == TreeAccess.Copy ? (TrainingState)MemberwiseClone() : this;
        visitor.Tree("model", ref self.model);
        visitor.Tree("optimizer", ref self.optimizer);
        return self;
    }
}
