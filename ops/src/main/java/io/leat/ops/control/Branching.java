package io.leat.ops.control;

import io.leat.graph.Compute;

/** Calls {@code then_branch} or {@code else_branch}. */
abstract class Branching extends Conditional {
    @Override
    protected void compute(Compute c) {
        call(c, c.attrs().function(isTrue(c.input(0)) ? "then_branch" : "else_branch"));
    }
}
