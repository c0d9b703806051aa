package io.leat.compiler;

import io.leat.graph.Node;
import io.leat.graph.Output;

/**
 * That a node waits for another one.
 *
 * @param index the output that is waited for, though its value is not needed, or {@link #CONTROL}
 */
record Edge(Node node, int index) {
    static final int CONTROL = -1;

    static Edge of(Output o) {
        return new Edge(o.node(), o.index());
    }

    static Edge control(Node n) {
        return new Edge(n, CONTROL);
    }
}
