/** Classes generated from TensorFlow's message formats; only module formats, and protobuf by reflection, see them. */
module io.leat.formats.proto {
    requires transitive com.google.protobuf;

    exports io.leat.formats.proto to
            com.google.protobuf,
            io.leat.formats;
}
