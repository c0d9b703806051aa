/** The closed intermediate representations: kernel expressions and core operations. */
@org.jspecify.annotations.NullMarked
module io.leat.ir {
    requires static transitive org.jspecify;
    requires transitive io.leat.tensor;
    requires transitive io.leat.kernels;

    exports io.leat.ir;
}
