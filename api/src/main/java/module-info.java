/** TensorFlow's graphs and sessions on the JVM: the one module that programs name. */
@org.jspecify.annotations.NullMarked
module io.leat {
    requires static transitive org.jspecify;
    requires transitive io.leat.tensor;
    requires transitive io.leat.graph;
    requires transitive io.leat.ops;
    requires transitive io.leat.runtime;
    requires transitive io.leat.formats;
    requires transitive io.leat.train;

    exports io.leat;
}
