package io.leat.formats.checkpoint;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.TensorSlice;
import io.leat.formats.convert.ShapeProtos;
import io.leat.formats.proto.BundleEntryProto;
import io.leat.formats.proto.BundleHeaderProto;
import io.leat.formats.table.TableReader;
import io.leat.tensor.DataLossException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** A checkpoint of version 2: an index, and shards that hold nothing but the elements. */
public final class Bundle implements Store {
    /** The newest layout that is understood, which is also the one written. */
    static final int VERSION = 1;

    private final Path prefix;
    private final Path index;
    private final Map<ByteString, BundleEntryProto> byKey = new HashMap<>();
    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private BundleHeaderProto header = BundleHeaderProto.getDefaultInstance();

    private Bundle(Path prefix) {
        this.prefix = prefix;
        this.index = indexFile(prefix);
    }

    /** The index of the checkpoint {@code prefix}. */
    public static Path indexFile(Path prefix) {
        return prefix.resolveSibling(prefix.getFileName() + ".index");
    }

    /** Shard {@code shard} of {@code of}. */
    public static Path dataFile(Path prefix, int shard, int of) {
        return prefix.resolveSibling(
                String.format(Locale.ROOT, "%s.data-%05d-of-%05d", prefix.getFileName(), shard, of));
    }

    /** Reads the index of a checkpoint. */
    public static Bundle open(Path prefix) throws IOException {
        var bundle = new Bundle(prefix);
        try (TableReader table = TableReader.open(bundle.index)) {
            table.forEach(bundle::add);
        }
        if (bundle.header.getNumShards() <= 0) {
            throw new DataLossException(bundle.index + ": no valid header");
        }
        return bundle;
    }

    /** The number of shards that an existing checkpoint says it has. */
    public int shards() {
        return header.getNumShards();
    }

    private void add(byte[] key, byte[] value) {
        try {
            if (key.length == 0) {
                header = BundleHeaderProto.parseFrom(value);
                checkVersion();
                return;
            }
            BundleEntryProto p = BundleEntryProto.parseFrom(value);
            byKey.put(ByteString.copyFrom(key), p);
            if (key[0] != 0) {
                String name = ByteString.copyFrom(key).toStringUtf8();
                Shape shape = ShapeProtos.parse(p.getShape());
                if (!shape.isFullyKnown()) {
                    throw new DataLossException(index + ": '" + name + "' has the shape " + shape);
                }
                var slices = p.getSlicesList().stream().map(SliceKeys::parse).toList();
                entries.put(name, new Entry(name, p.getDtypeValue(), shape, slices));
            }
        } catch (InvalidProtocolBufferException | InvalidArgumentException e) {
            throw new DataLossException(
                    index + ": the entry '" + ByteString.copyFrom(key).toStringUtf8() + "' is corrupt: "
                            + e.getMessage(),
                    null,
                    e);
        }
    }

    private void checkVersion() {
        if (header.getVersion().getMinConsumer() > VERSION) {
            throw new InvalidArgumentException(index + ": the checkpoint needs a reader of version "
                    + header.getVersion().getMinConsumer() + ", this is version " + VERSION);
        }
    }

    @Override
    public SortedMap<String, Entry> entries() {
        return entries;
    }

    @Override
    public Tensor read(Entry entry) throws IOException {
        BundleEntryProto p = byKey.get(ByteString.copyFromUtf8(entry.name()));
        return readData(entry, entry.shape(), Objects.requireNonNull(p));
    }

    @Override
    public Tensor readSlice(Entry entry, TensorSlice slice) throws IOException {
        BundleEntryProto p = byKey.get(ByteString.copyFrom(SliceKeys.encode(entry.name(), slice)));
        if (p == null) {
            throw new DataLossException(index + ": slice " + slice + " of '" + entry.name() + "' is missing");
        }
        Shape shape = slice.shapeIn(entry.shape());
        Shape kept;
        try {
            kept = ShapeProtos.parse(p.getShape());
        } catch (InvalidArgumentException e) {
            kept = Shape.UNKNOWN;
        }
        if (!kept.equals(shape) || p.getDtypeValue() != entry.dtypeNumber()) {
            throw new DataLossException(index + ": slice " + slice + " of '" + entry.name()
                    + "' has another shape or dtype" + " than the tensor");
        }
        return readData(entry, shape, p);
    }

    private Tensor readData(Entry entry, Shape shape, BundleEntryProto p) throws IOException {
        if (p.getShardId() < 0 || p.getShardId() >= header.getNumShards()) {
            throw new DataLossException(index + ": '" + entry.name() + "' lies in shard " + p.getShardId() + " of "
                    + header.getNumShards());
        }
        boolean big = header.getEndianness() == BundleHeaderProto.Endianness.BIG;
        try (var data = new ShardReader(
                dataFile(prefix, p.getShardId(), header.getNumShards()),
                entry.name(),
                p.getOffset(),
                p.getSize(),
                p.getCrc32C(),
                big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)) {
            return data.read(entry.dtype(), shape);
        }
    }
}
