/** TensorFlow's ops, one class each. */
@org.jspecify.annotations.NullMarked
module io.leat.ops {
    requires static transitive org.jspecify;
    requires transitive io.leat.graph;

    exports io.leat.ops;
    exports io.leat.ops.math;

    provides io.leat.graph.OpLibrary with
            io.leat.ops.Catalogue;
}
