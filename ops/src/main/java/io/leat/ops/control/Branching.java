package io.leat.ops.control;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.NodeBuilder;
import java.util.List;

/** Calls {@code then_branch} or {@code else_branch}. */
abstract class Branching extends Conditional {
    @Override
    protected void compute(Compute c) {
        call(c, c.attrs().function(isTrue(c.input(0)) ? "then_branch" : "else_branch"));
    }

    @Override
    List<Attr.Function> branches(Attrs attrs) {
        return List.of(attrs.function("then_branch"), attrs.function("else_branch"));
    }

    @Override
    NodeBuilder withBranches(NodeBuilder b, List<Attr.Function> branches) {
        return b.attr("then_branch", branches.get(0)).attr("else_branch", branches.get(1));
    }
}
