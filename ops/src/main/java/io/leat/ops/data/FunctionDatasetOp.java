package io.leat.ops.data;

import io.leat.graph.FlowRole;

/** Ops that make a dataset whose elements functions of the graph's library compute. */
abstract class FunctionDatasetOp extends DatasetOp {
    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }
}
