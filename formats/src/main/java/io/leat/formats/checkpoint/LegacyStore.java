package io.leat.formats.checkpoint;

import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.TensorSlice;
import io.leat.formats.convert.ShapeProtos;
import io.leat.formats.convert.TensorProtos;
import io.leat.formats.proto.SavedSliceMeta;
import io.leat.formats.proto.SavedTensorSlices;
import io.leat.formats.table.TableReader;
import io.leat.tensor.DataLossException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A checkpoint of version 1: tables that hold slices as messages. A tensor may be spread over several tables.
 */
public final class LegacyStore implements Store {
    private final List<Path> files;
    private final SortedMap<String, Entry> entries = new TreeMap<>();

    private LegacyStore(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** Reads what the files of one checkpoint say they hold. */
    public static LegacyStore open(List<Path> files) throws IOException {
        var store = new LegacyStore(files);
        for (Path file : files) {
            try (TableReader table = TableReader.open(file)) {
                byte[] meta = table.get(new byte[0]);
                if (meta == null) {
                    throw new DataLossException(file + ": no description of the saved slices");
                }
                for (SavedSliceMeta tensor : parse(file, meta).getMeta().getTensorList()) {
                    store.add(file, tensor);
                }
            }
        }
        return store;
    }

    private void add(Path file, SavedSliceMeta p) {
        Shape shape;
        List<TensorSlice> slices = new ArrayList<>();
        try {
            shape = ShapeProtos.parse(p.getShape());
            p.getSliceList().stream().map(SliceKeys::parse).forEach(slices::add);
        } catch (InvalidArgumentException e) {
            throw new DataLossException(file + ": '" + p.getName() + "' is corrupt: " + e.getMessage(), null, e);
        }
        Entry before = entries.get(p.getName());
        if (!shape.isFullyKnown()
                || before != null
                        && (before.dtypeNumber() != p.getTypeValue()
                                || !before.shape().equals(shape))) {
            throw new DataLossException(file + ": '" + p.getName() + "' has contradicting or unknown shapes or dtypes");
        }
        if (before != null) {
            slices.addAll(0, before.slices());
        }
        entries.put(p.getName(), new Entry(p.getName(), p.getTypeValue(), shape, slices));
    }

    @Override
    public SortedMap<String, Entry> entries() {
        return entries;
    }

    @Override
    public Tensor read(Entry entry) {
        throw new DataLossException(files.getFirst() + ": '" + entry.name() + "' has no slices");
    }

    @Override
    public Tensor readSlice(Entry entry, TensorSlice slice) throws IOException {
        byte[] key = SliceKeys.encode(entry.name(), slice);
        for (Path file : files) {
            try (TableReader table = TableReader.open(file)) {
                byte[] value = table.get(key);
                if (value != null) {
                    Shape shape = slice.shapeIn(entry.shape());
                    try {
                        return TensorProtos.parse(
                                entry.dtype(),
                                shape,
                                parse(file, value).getData().getData());
                    } catch (InvalidArgumentException e) {
                        throw new DataLossException(file + ": '" + entry.name() + "': " + e.getMessage(), null, e);
                    }
                }
            }
        }
        throw new DataLossException(files + ": slice " + slice + " of '" + entry.name() + "' is missing");
    }

    private static SavedTensorSlices parse(Path file, byte[] value) {
        try {
            return SavedTensorSlices.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new DataLossException(file + ": a record is corrupt: " + e.getMessage(), null, e);
        }
    }
}
