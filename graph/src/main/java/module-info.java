/** Graphs, nodes, the base of all ops, and gradients. */
@org.jspecify.annotations.NullMarked
module io.leat.graph {
    requires static transitive org.jspecify;
    requires transitive io.leat.tensor;
    requires transitive io.leat.ir;

    exports io.leat.graph;

    uses io.leat.graph.OpLibrary;
}
