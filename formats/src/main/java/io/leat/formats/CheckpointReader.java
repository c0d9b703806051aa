package io.leat.formats;

import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.bytes.Disk;
import io.leat.formats.checkpoint.Bundle;
import io.leat.formats.checkpoint.Entry;
import io.leat.formats.checkpoint.LegacyStore;
import io.leat.formats.checkpoint.Slices;
import io.leat.formats.checkpoint.Store;
import io.leat.formats.proto.TrackableObjectGraph;
import io.leat.formats.table.TableReader;
import io.leat.graph.Nearest;
import io.leat.tensor.DType;
import io.leat.tensor.DataLossException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a checkpoint that TensorFlow or {@link CheckpointWriter} wrote, of version 2 ({@code prefix.index} and {@code
 * prefix.data-…}) or 1 ({@code prefix} or {@code prefix-?????-of-?????}).
 *
 * <p>The index is read when the reader is opened; tensors are read when they are asked for, and no file stays open.
 * Every byte that is used is verified by its checksum.
 */
public final class CheckpointReader {
    private static final String OBJECT_GRAPH = "_CHECKPOINTABLE_OBJECT_GRAPH";

    private final Path prefix;
    private final Store store;

    private CheckpointReader(Path prefix, Store store) {
        this.prefix = prefix;
        this.store = store;
    }

    /**
     * @param prefix the checkpoint's path without {@code .index}
     * @throws NotFoundException if there is no such checkpoint
     * @throws DataLossException if its index is corrupt
     */
    public static CheckpointReader open(Path prefix) throws IOException {
        if (Files.exists(Bundle.indexFile(prefix))) {
            return new CheckpointReader(prefix, Bundle.open(prefix));
        }
        List<Path> files = legacyFiles(prefix);
        if (files.isEmpty()) {
            throw new NotFoundException(
                    "Unsuccessful TensorSliceReader constructor: Failed to find any matching files for " + prefix);
        }
        return new CheckpointReader(prefix, LegacyStore.open(files));
    }

    /**
     * Whether there is a checkpoint, whatever is in it.
     *
     * @param prefix as for {@link #open}
     * @throws DataLossException if a file of that name is none
     */
    public static boolean exists(Path prefix) throws IOException {
        return Files.exists(Bundle.indexFile(prefix)) || !legacyFiles(prefix).isEmpty();
    }

    private static List<Path> legacyFiles(Path prefix) throws IOException {
        if (Files.isRegularFile(prefix)) {
            if (!TableReader.isTable(prefix)) {
                throw new DataLossException(
                        "Unable to open table file " + prefix + ": Data loss: not an sstable (bad magic"
                                + " number): perhaps your file is in a different file format and you need to use a different"
                                + " restore operator?");
            }
            return List.of(prefix);
        }
        Path folder = Disk.folder(prefix);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Pattern shard = Pattern.compile(Pattern.quote(String.valueOf(prefix.getFileName())) + "-\\d{5}-of-\\d{5}");
        try (var all = Files.list(folder)) {
            return all.filter(
                            p -> shard.matcher(String.valueOf(p.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }

    /** The names of all tensors, sorted. */
    public List<String> names() {
        return List.copyOf(store.entries().keySet());
    }

    public boolean contains(String name) {
        return store.entries().containsKey(name);
    }

    /**
     * @throws NotFoundException if there is no tensor of that name
     * @throws io.leat.tensor.InvalidArgumentException if its dtype is not known here
     */
    public DType dtype(String name) {
        return entry(name).dtype();
    }

    /**
     * The shape of the whole tensor, however many slices it is kept in.
     *
     * @throws NotFoundException if there is no tensor of that name
     */
    public Shape shape(String name) {
        return entry(name).shape();
    }

    /**
     * The parts in which a tensor is kept; empty when it is kept whole.
     *
     * @throws NotFoundException if there is no tensor of that name
     */
    public List<TensorSlice> slices(String name) {
        return entry(name).slices();
    }

    /** Deletes the files of a checkpoint of version 2: the index first, so that no half of it is ever taken for whole. */
    public static void delete(Path prefix) throws IOException {
        int shards = Bundle.open(prefix).shards();
        Files.deleteIfExists(Bundle.indexFile(prefix));
        for (int shard = 0; shard < shards && Files.exists(Bundle.dataFile(prefix, shard, shards)); shard++) {
            Files.deleteIfExists(Bundle.dataFile(prefix, shard, shards));
        }
    }

    /**
     * A whole tensor.
     *
     * @throws NotFoundException if there is no tensor of that name, or a file of the checkpoint is missing
     * @throws DataLossException if what the files hold is corrupt
     */
    public Tensor read(String name) throws IOException {
        Entry entry = entry(name);
        return Slices.read(store, entry, TensorSlice.full(entry.shape().rank()));
    }

    /**
     * A slice of a tensor.
     *
     * @throws io.leat.tensor.InvalidArgumentException if the slice does not lie inside the tensor
     * @throws NotFoundException as {@link #read(String)}
     * @throws DataLossException as {@link #read(String)}
     */
    public Tensor read(String name, TensorSlice slice) throws IOException {
        return Slices.read(store, entry(name), slice);
    }

    /**
     * For a checkpoint that was saved from objects rather than by names: the key of each variable's full name. Empty for
     * others.
     */
    public Map<String, String> keysByVariable() throws IOException {
        if (!contains(OBJECT_GRAPH)) {
            return Map.of();
        }
        Tensor graph = read(OBJECT_GRAPH);
        var keys = new LinkedHashMap<String, String>();
        try {
            for (byte[] bytes : graph.dtype() == DType.STRING ? Raw.strings(graph) : new byte[0][]) {
                for (var node : TrackableObjectGraph.parseFrom(bytes).getNodesList()) {
                    for (var attribute : node.getAttributesList()) {
                        if (!attribute.getFullName().isEmpty()) {
                            keys.put(attribute.getFullName(), attribute.getCheckpointKey());
                        }
                    }
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new DataLossException(prefix + ": the object graph is corrupt: " + e.getMessage(), null, e);
        }
        return keys;
    }

    private Entry entry(String name) {
        Entry entry = store.entries().get(name);
        if (entry == null) {
            throw new NotFoundException("Key " + name + " not found in checkpoint " + prefix
                    + Nearest.hint(name, store.entries().keySet()));
        }
        return entry;
    }
}
