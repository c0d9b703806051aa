/** Dtypes, shapes, immutable tensors and the errors of Leat. */
@org.jspecify.annotations.NullMarked
module io.leat.tensor {
    requires static transitive org.jspecify;

    exports io.leat.tensor;
    exports io.leat.tensor.raw to
            io.leat.ir,
            io.leat.graph,
            io.leat.ops,
            io.leat.compiler,
            io.leat.runtime,
            io.leat.formats,
            io.leat.train,
            io.leat.testkit,
            io.leat.conformance,
            io.leat.bench;
}
