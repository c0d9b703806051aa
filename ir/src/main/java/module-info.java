/** The closed intermediate representations: kernel expressions and core operations. */
@org.jspecify.annotations.NullMarked
module io.leat.ir {
    requires static transitive org.jspecify;
    requires transitive io.leat.tensor;

    exports io.leat.ir;
}
