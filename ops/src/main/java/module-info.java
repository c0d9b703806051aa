/** TensorFlow's ops, one class each. */
@org.jspecify.annotations.NullMarked
module io.leat.ops {
    requires static transitive org.jspecify;
    requires transitive io.leat.graph;
}
