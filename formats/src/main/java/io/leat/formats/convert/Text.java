package io.leat.formats.convert;

import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TypeRegistry;
import io.leat.formats.proto.CheckpointProtos;
import io.leat.formats.proto.GraphProtos;
import io.leat.formats.proto.ModelProtos;
import io.leat.tensor.InvalidArgumentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Messages in protobuf's text form. */
public final class Text {
    private static final TypeRegistry TYPES = TypeRegistry.newBuilder()
            .add(GraphProtos.getDescriptor().getMessageTypes())
            .add(ModelProtos.getDescriptor().getMessageTypes())
            .add(CheckpointProtos.getDescriptor().getMessageTypes())
            .build();

    private static final TextFormat.Parser PARSER = TextFormat.Parser.newBuilder()
            .setTypeRegistry(TYPES)
            .setAllowUnknownFields(true)
            .build();

    private Text() {}

    /**
     * Reads text into {@code into}; fields that are not known here are ignored.
     *
     * @param source for messages: the file's name
     * @throws InvalidArgumentException if the text is malformed
     */
    public static <B extends Message.Builder> B parse(CharSequence text, B into, String source) {
        try {
            PARSER.merge(text, into);
            return into;
        } catch (TextFormat.ParseException e) {
            throw new InvalidArgumentException("Cannot parse file " + source + ": " + e.getMessage(), null, e);
        } catch (StackOverflowError e) { // the parser has no limit of depth
            throw new InvalidArgumentException("Cannot parse file " + source + ": " + e, null, e);
        }
    }

    /** Whether a file's name says that it is text. */
    public static boolean isName(Path path) {
        String name = path.toString();
        return name.endsWith(".pbtxt") || name.endsWith(".txt");
    }

    public static String write(MessageOrBuilder message) {
        var out = new StringBuilder();
        try {
            TextFormat.printer().usingTypeRegistry(TYPES).escapingNonAscii(true).print(message, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringBuilder throws none
        }
        return out.toString();
    }
}
