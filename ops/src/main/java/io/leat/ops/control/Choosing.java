package io.leat.ops.control;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.NodeBuilder;
import java.util.List;

/** Calls the function of {@code branches} at the given index, the last one for an index out of range. */
abstract class Choosing extends Conditional {
    @Override
    protected void compute(Compute c) {
        List<Attr.Function> branches = branches(c.attrs());
        long index = Constants.integers(c.input(0))[0];
        int last = branches.size() - 1;
        call(c, branches.get(index < 0 || index > last ? last : (int) index));
    }

    @Override
    List<Attr.Function> branches(Attrs attrs) {
        return attrs.functions("branches");
    }

    @Override
    NodeBuilder withBranches(NodeBuilder b, List<Attr.Function> branches) {
        return b.attr("branches", new Attr.Items(List.copyOf(branches)));
    }
}
