package io.leat.formats;

import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.bytes.Disk;
import io.leat.formats.bytes.WholeFile;
import io.leat.formats.convert.Text;
import io.leat.formats.proto.MetaGraphDef;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A graph with what belongs to it: collections (in {@link Graph#collections()}), signatures, the nodes that save and
 * restore it, its assets. Immutable but for the graph.
 *
 * <p>Collections of variables become {@link io.leat.graph.Variable}s, those of names become {@link Node}s and {@link
 * io.leat.graph.Output}s, others numbers or {@code byte[]}. The rest of the message is kept for the way back to a file.
 */
public final class MetaGraph {
    private final Graph graph;
    private final Set<String> tags;
    private final Map<String, ModelSignature> signatures;
    private final @Nullable SaverInfo saver;
    private final List<ModelAsset> assets;
    private final MetaGraphDef rest;

    MetaGraph(
            Graph graph,
            Collection<String> tags,
            Map<String, ModelSignature> signatures,
            @Nullable SaverInfo saver,
            List<ModelAsset> assets,
            MetaGraphDef rest) {
        this.graph = graph;
        this.tags = Collections.unmodifiableSet(new TreeSet<>(tags));
        this.signatures = Collections.unmodifiableMap(new TreeMap<>(signatures));
        this.saver = saver;
        this.assets = List.copyOf(assets);
        this.rest = rest;
    }

    /** A graph and its collections, with nothing else. */
    public static MetaGraph of(Graph graph) {
        return new MetaGraph(graph, Set.of(), Map.of(), null, List.of(), MetaGraphDef.getDefaultInstance());
    }

    /**
     * Reads a {@code .meta} file, or a text one named {@code .pbtxt} or {@code .txt}.
     *
     * @throws NotFoundException if there is no such file
     * @throws InvalidArgumentException if it is no valid MetaGraph
     */
    public static MetaGraph read(Path path) throws IOException {
        return MetaGraphReader.run(definition(path), Graph.create(), ImportOptions.NONE);
    }

    /** Adds the graph of a file to another; all names get the prefix of {@code options}. Throws what {@link #read} throws. */
    public static MetaGraph importInto(Graph graph, Path path, ImportOptions options) throws IOException {
        return MetaGraphReader.run(definition(path), graph, options);
    }

    /** Reads a binary message. Throws what {@link #read} throws. */
    public static MetaGraph parse(byte[] binary) {
        return MetaGraphReader.run(definition(binary, "the MetaGraphDef"), Graph.create(), ImportOptions.NONE);
    }

    public Graph graph() {
        return graph;
    }

    /** What the graph is for, in a SavedModel: {@code serve}, {@code train} … */
    public Set<String> tags() {
        return tags;
    }

    /** By name, sorted. */
    public Map<String, ModelSignature> signatures() {
        return signatures;
    }

    /**
     * The signature of a name.
     *
     * @throws NotFoundException if there is none
     */
    public ModelSignature signature(String name) {
        ModelSignature s = signatures.get(name);
        if (s == null) {
            throw new NotFoundException(
                    "the model has no signature '" + name + "', only " + String.join(", ", signatures.keySet()));
        }
        return s;
    }

    /** Null if the graph has no nodes that save and restore it. */
    public @Nullable SaverInfo saver() {
        return saver;
    }

    public List<ModelAsset> assets() {
        return assets;
    }

    /** The version of the program that wrote it, empty if unknown. */
    public String tensorFlowVersion() {
        return rest.getMetaInfoDef().getTensorflowVersion();
    }

    /** The node that is run after the variables are restored (it fills tables, for example), or null if there is none. */
    public @Nullable Node initializer() {
        return MetaGraphReader.initializer(this);
    }

    public MetaGraph withTags(String... values) {
        return new MetaGraph(graph, List.of(values), signatures, saver, assets, rest);
    }

    public MetaGraph withSignatures(Map<String, ModelSignature> values) {
        return new MetaGraph(graph, tags, values, saver, assets, rest);
    }

    public MetaGraph withSaver(@Nullable SaverInfo value) {
        return new MetaGraph(graph, tags, signatures, value, assets, rest);
    }

    public MetaGraph withAssets(List<ModelAsset> values) {
        return new MetaGraph(graph, tags, signatures, saver, values, rest);
    }

    /** As a binary message. */
    public byte[] toBytes() {
        return MetaGraphWriter.run(this).toByteArray();
    }

    /** As a text message. */
    public String toText() {
        return Text.write(MetaGraphWriter.run(this));
    }

    /** Writes a file, as text if it is named {@code .pbtxt} or {@code .txt}; one that was there is replaced in one step. */
    public void write(Path path) throws IOException {
        Disk.REAL.replace(path, Text.isName(path) ? toText().getBytes(StandardCharsets.UTF_8) : toBytes());
    }

    /** What of the message is not represented otherwise. */
    MetaGraphDef rest() {
        return rest;
    }

    private static MetaGraphDef definition(Path path) throws IOException {
        byte[] bytes = WholeFile.read(path);
        return Text.isName(path)
                ? Text.parse(new String(bytes, StandardCharsets.UTF_8), MetaGraphDef.newBuilder(), path.toString())
                        .build()
                : definition(bytes, path.toString());
    }

    private static MetaGraphDef definition(byte[] binary, String source) {
        try {
            return MetaGraphDef.parseFrom(binary);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidArgumentException("Cannot parse file " + source + ": " + e.getMessage(), null, e);
        }
    }
}
