/** Classes generated from TensorFlow's message formats; only module formats sees them. */
module io.leat.formats.proto {
    requires transitive com.google.protobuf;

    exports io.leat.formats.proto to
            io.leat.formats;
}
