/** Loops over primitive arrays. Knows no tensors and no graphs. */
@org.jspecify.annotations.NullMarked
module io.leat.kernels {
    requires static transitive org.jspecify;
    requires jdk.incubator.vector;

    exports io.leat.kernels;
}
