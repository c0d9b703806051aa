package io.leat.graph;

/** Whatever can stand for a tensor in the graph: an output of a node, or a variable that is read. */
public interface Operand {
    Output output();
}
