/** Seeded tensors and cases of ops, comparisons and numeric gradients, for tests of every module above graph. */
@org.jspecify.annotations.NullMarked
module io.leat.testkit {
    requires static transitive org.jspecify;
    requires transitive io.leat.tensor;
    requires transitive io.leat.ir;
    requires transitive io.leat.graph;

    exports io.leat.testkit;
}
