package io.leat.ops.parsing;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;

/** Where the ops on protobuf messages find the types of the messages. */
final class ProtoSources {
    private ProtoSources() {}

    /** The attribute as the bytes that it is: it may hold a message. */
    static byte[] of(Attrs attrs) {
        return attrs.find("descriptor_source") instanceof Attr.Text t ? t.bytes() : new byte[0];
    }
}
