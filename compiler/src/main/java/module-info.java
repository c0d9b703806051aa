/** From a graph to an executable plan. Knows ops only through their base class. */
@org.jspecify.annotations.NullMarked
module io.leat.compiler {
    requires static transitive org.jspecify;
    requires transitive io.leat.graph;
    requires io.leat.kernels;

    exports io.leat.compiler;
}
