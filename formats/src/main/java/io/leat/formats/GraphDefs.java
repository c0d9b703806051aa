package io.leat.formats;

import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.bytes.Disk;
import io.leat.formats.bytes.WholeFile;
import io.leat.formats.convert.GraphExporter;
import io.leat.formats.convert.GraphImporter;
import io.leat.formats.convert.Text;
import io.leat.formats.proto.GraphDef;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Graphs in TensorFlow's GraphDef format, binary ({@code .pb}) and text ({@code .pbtxt}).
 *
 * <p>Ops that are not known here, and all attributes, survive the way in and out; so do the function library and the
 * versions. Not kept are dimension names, bad consumers, debug information and the experimental fields of nodes.
 */
public final class GraphDefs {
    private GraphDefs() {}

    /**
     * The graph of a file; one named {@code .pbtxt} or {@code .txt} is text.
     *
     * @throws NotFoundException if there is no such file
     * @throws InvalidArgumentException if it is no valid graph
     */
    public static Graph read(Path path) throws IOException {
        return graph(definition(path));
    }

    /** The graph of a binary message. Throws what {@link #read} throws. */
    public static Graph parse(byte[] binary) {
        return graph(definition(binary, "the GraphDef"));
    }

    /** The graph of a text message. Throws what {@link #read} throws. */
    public static Graph parseText(String text) {
        return graph(Text.parse(text, GraphDef.newBuilder(), "the GraphDef").build());
    }

    /**
     * Adds the graph of a file to another.
     *
     * @return the added nodes by their names in the file
     */
    public static Map<String, Node> importInto(Graph graph, Path path, ImportOptions options) throws IOException {
        return GraphImporter.run(graph, definition(path), options);
    }

    /**
     * Adds the graph of a binary message to another.
     *
     * @return the added nodes by their names in the message
     */
    public static Map<String, Node> importInto(Graph graph, byte[] binary, ImportOptions options) {
        return GraphImporter.run(graph, definition(binary, "the GraphDef"), options);
    }

    /** The graph as a binary message. */
    public static byte[] write(Graph graph) {
        return GraphExporter.run(graph).toByteArray();
    }

    /** The graph as a text message. */
    public static String writeText(Graph graph) {
        return Text.write(GraphExporter.run(graph));
    }

    /** Writes a file, as text if it is named {@code .pbtxt} or {@code .txt}; one that was there is replaced in one step. */
    public static void write(Graph graph, Path path) throws IOException {
        byte[] bytes = Text.isName(path) ? writeText(graph).getBytes(StandardCharsets.UTF_8) : write(graph);
        Disk.REAL.replace(path, bytes);
    }

    private static Graph graph(GraphDef definition) {
        Graph graph = Graph.create();
        GraphImporter.run(graph, definition, ImportOptions.NONE);
        return graph;
    }

    private static GraphDef definition(Path path) throws IOException {
        byte[] bytes = WholeFile.read(path);
        return Text.isName(path)
                ? Text.parse(new String(bytes, StandardCharsets.UTF_8), GraphDef.newBuilder(), path.toString())
                        .build()
                : definition(bytes, path.toString());
    }

    private static GraphDef definition(byte[] binary, String source) {
        try {
            return GraphDef.parseFrom(binary);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidArgumentException("Cannot parse file " + source + ": " + e.getMessage(), null, e);
        }
    }
}
