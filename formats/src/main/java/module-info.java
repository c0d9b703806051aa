/** TensorFlow's file formats; protobuf ends here. */
@org.jspecify.annotations.NullMarked
module io.leat.formats {
    requires static transitive org.jspecify;
    requires transitive io.leat.graph;
    requires io.leat.formats.proto;
    requires com.google.protobuf;

    exports io.leat.formats;
}
