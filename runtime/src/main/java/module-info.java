/** Sessions: state, runs and prepared callables. */
@org.jspecify.annotations.NullMarked
module io.leat.runtime {
    requires static transitive org.jspecify;
    requires transitive io.leat.graph;
    requires io.leat.compiler;
    requires io.leat.kernels;

    exports io.leat.runtime;
}
