package io.leat.formats.checkpoint;

import io.leat.formats.TensorSlice;
import io.leat.formats.bytes.Disk;
import io.leat.formats.convert.ShapeProtos;
import io.leat.formats.proto.BundleEntryProto;
import io.leat.formats.proto.BundleHeaderProto;
import io.leat.formats.proto.VersionDef;
import io.leat.formats.table.TableWriter;
import io.leat.tensor.DType;
import io.leat.tensor.DataLossException;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Writes a {@link Bundle} of one shard. */
public final class BundleWriter implements AutoCloseable {
    private final Path prefix;
    private final Disk disk;
    private final Path temporaryData;
    private final ShardWriter data;
    private final Map<byte[], BundleEntryProto.Builder> entries = new TreeMap<>(Arrays::compareUnsigned);
    private boolean finished;

    public BundleWriter(Path prefix, Disk disk) throws IOException {
        this.prefix = prefix;
        this.disk = disk;
        temporaryData = Disk.temporary(Bundle.dataFile(prefix, 0, 1));
        data = new ShardWriter(disk.create(temporaryData));
    }

    /** Appends a tensor. */
    public void add(String name, Tensor tensor) throws IOException {
        byte[] key = newKey(name);
        entries.put(key, write(tensor));
    }

    /** Appends a part of a partitioned tensor. */
    public void addSlice(String name, Shape shape, TensorSlice slice, Tensor part) throws IOException {
        if (!part.shape().equals(slice.shapeIn(shape))) {
            throw new InvalidArgumentException("slice " + slice + " of " + shape + " has the shape "
                    + slice.shapeIn(shape) + ", not " + part.shape());
        }
        byte[] fullKey = name.getBytes(StandardCharsets.UTF_8);
        BundleEntryProto.Builder whole = entries.get(fullKey);
        if (whole == null) {
            whole = BundleEntryProto.newBuilder()
                    .setDtypeValue(part.dtype().number())
                    .setShape(ShapeProtos.write(shape));
            entries.put(newKey(name), whole);
        } else if (whole.getSlicesCount() == 0
                || whole.getDtypeValue() != part.dtype().number()
                || !ShapeProtos.parse(whole.getShape()).equals(shape)) {
            throw new InvalidArgumentException("'" + name + "' was added before with another dtype or shape, or whole");
        }
        byte[] key = SliceKeys.encode(name, slice);
        if (entries.containsKey(key)) {
            throw new InvalidArgumentException("Adding duplicate slice " + slice + " of '" + name + "'");
        }
        BundleEntryProto.Builder entry = write(part);
        whole.addSlices(SliceKeys.write(slice));
        entries.put(key, entry);
    }

    private byte[] newKey(String name) {
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        if (key.length == 0 || key[0] == 0) {
            throw new InvalidArgumentException("a tensor in a checkpoint needs a name");
        }
        if (entries.containsKey(key)) {
            throw new InvalidArgumentException("Adding duplicate key: " + name);
        }
        return key;
    }

    private BundleEntryProto.Builder write(Tensor t) throws IOException {
        if (finished) {
            throw new FailedPreconditionException("the checkpoint is finished");
        }
        if (t.dtype() == DType.RESOURCE || t.dtype() == DType.VARIANT) {
            throw new UnimplementedException(
                    "a tensor of dtype " + t.dtype().signatureName() + " cannot be written to a checkpoint");
        }
        ShardWriter.Place place = data.write(t);
        return BundleEntryProto.newBuilder()
                .setDtypeValue(t.dtype().number())
                .setShape(ShapeProtos.write(t.shape()))
                .setOffset(place.offset())
                .setSize(place.size())
                .setCrc32C(place.crc());
    }

    /**
     * Puts the checkpoint in its place. The index names the number of shards, and that is part of the shards' names: over
     * a checkpoint of one shard, the data first get the name of a shard of more, to which an index points that is put in
     * place in one step; only then they get their usual name, and the index with them.
     */
    public void finish() throws IOException {
        if (finished) {
            throw new FailedPreconditionException("the checkpoint is finished");
        }
        finished = true;
        data.close();
        int before = shardsThere();
        Path index = Bundle.indexFile(prefix);
        Path usual = Disk.temporary(index);
        Path passing = Disk.temporary(index);
        try {
            writeIndex(usual, 1);
            if (before == 1) {
                int shards = unusedShards();
                writeIndex(passing, shards);
                Path passingData = Bundle.dataFile(prefix, 0, shards);
                disk.move(temporaryData, passingData);
                disk.syncFolder(Disk.folder(prefix));
                disk.move(passing, index);
                disk.syncFolder(Disk.folder(prefix));
                disk.link(passingData, temporaryData);
                moveDataAndIndex(usual, index);
                disk.deleteIfExists(passingData);
            } else {
                moveDataAndIndex(usual, index);
                for (int shard = 0; shard < before && Files.exists(Bundle.dataFile(prefix, shard, before)); shard++) {
                    disk.deleteIfExists(Bundle.dataFile(prefix, shard, before));
                }
            }
        } catch (UnsupportedOperationException e) {
            // Files cannot have two names here: the checkpoint is complete under the passing one.
            disk.syncFolder(Disk.folder(prefix));
        } finally {
            disk.deleteIfExists(usual);
            disk.deleteIfExists(passing);
        }
    }

    private void moveDataAndIndex(Path from, Path index) throws IOException {
        disk.move(temporaryData, Bundle.dataFile(prefix, 0, 1));
        disk.syncFolder(Disk.folder(prefix));
        disk.move(from, index);
        disk.syncFolder(Disk.folder(prefix));
    }

    /** How many shards the checkpoint that stands at the prefix has; 0 if there is none that can be read. */
    private int shardsThere() throws IOException {
        try {
            return Files.exists(Bundle.indexFile(prefix)) ? Bundle.open(prefix).shards() : 0;
        } catch (DataLossException | InvalidArgumentException e) {
            return 0;
        }
    }

    private int unusedShards() {
        int shards = 2;
        while (Files.exists(Bundle.dataFile(prefix, 0, shards))) {
            shards++;
        }
        return shards;
    }

    private void writeIndex(Path path, int shards) throws IOException {
        try (OutputStream out = disk.create(path)) {
            var table = new TableWriter(out);
            table.add(
                    new byte[0],
                    BundleHeaderProto.newBuilder()
                            .setNumShards(shards)
                            .setVersion(VersionDef.newBuilder().setProducer(Bundle.VERSION))
                            .build()
                            .toByteArray());
            for (var entry : entries.entrySet()) {
                table.add(entry.getKey(), entry.getValue().build().toByteArray());
            }
            table.finish();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            data.close();
        } finally {
            disk.deleteIfExists(temporaryData);
        }
    }
}
