package io.leat.formats.checkpoint;

import io.leat.formats.TensorSlice;
import io.leat.formats.bytes.Sizes;
import io.leat.tensor.DataLossException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a tensor, or a slice of it, together from the slices that a checkpoint keeps. */
public final class Slices {
    private Slices() {}

    /**
     * @throws io.leat.tensor.InvalidArgumentException if {@code wanted} does not lie inside the tensor
     * @throws DataLossException if the kept slices overlap or leave a part of {@code wanted} out
     */
    public static Tensor read(Store store, Entry entry, TensorSlice wanted) throws IOException {
        if (entry.slices().isEmpty()) {
            TensorSlice all = TensorSlice.full(entry.shape().rank()).within(entry.shape());
            TensorSlice box = wanted.within(entry.shape());
            return box.equals(all) ? store.read(entry) : copy(store.read(entry), all, box);
        }
        TensorSlice box = wanted.within(entry.shape());
        Shape shape = box.shapeIn(entry.shape());
        List<TensorSlice> needed = needed(entry, box);
        if (needed.size() == 1 && needed.getFirst().within(entry.shape()).equals(box)) {
            return store.readSlice(entry, needed.getFirst());
        }
        Object target = Sizes.newArray(entry.dtype(), shape, "tensor '" + entry.name() + "'");
        for (TensorSlice kept : needed) {
            TensorSlice from = kept.within(entry.shape());
            copy(store.readSlice(entry, kept), from, target, box, entry.dtype().lanes());
        }
        return Raw.wrap(entry.dtype(), shape, target);
    }

    /** The kept slices that share something with {@code box}, which they must cover without overlap. */
    private static List<TensorSlice> needed(Entry entry, TensorSlice box) {
        var needed = new ArrayList<TensorSlice>();
        var parts = new ArrayList<TensorSlice>();
        long covered = 0;
        for (TensorSlice kept : entry.slices()) {
            TensorSlice part = kept.within(entry.shape()).intersect(box);
            if (part != null) {
                for (TensorSlice other : parts) {
                    if (other.intersect(part) != null) {
                        throw new DataLossException("Overlapping slices: existing slice = " + other + ", new slice = "
                                + part + " of tensor '" + entry.name() + "'");
                    }
                }
                parts.add(part);
                needed.add(kept);
                covered += Sizes.elements(part.shapeIn(entry.shape()), "slice");
            }
        }
        long wanted = Sizes.elements(box.shapeIn(entry.shape()), "slice");
        if (covered != wanted) {
            throw new DataLossException("the slices of tensor '" + entry.name() + "' in the checkpoint hold " + covered
                    + " of the " + wanted + " elements of " + box);
        }
        return needed;
    }

    private static Tensor copy(Tensor t, TensorSlice from, TensorSlice box) {
        Shape shape = box.shapeIn(t.shape());
        Object target = Sizes.newArray(t.dtype(), shape, "a slice");
        copy(t, from, target, box, t.dtype().lanes());
        return Raw.wrap(t.dtype(), shape, target);
    }

    /** Copies what {@code from}, whose elements are {@code source}, shares with {@code to}, an array of that box. */
    private static void copy(Tensor source, TensorSlice from, Object target, TensorSlice to, int lanes) {
        @Nullable TensorSlice part = from.intersect(to);
        if (part == null) {
            return;
        }
        int rank = from.rank();
        int row = rank == 0 ? lanes : (int) part.length(rank - 1) * lanes;
        long rows = 1;
        for (int i = 0; i < rank - 1; i++) {
            rows *= part.length(i);
        }
        long[] at = new long[rank];
        for (int i = 0; i < rank; i++) {
            at[i] = part.start(i);
        }
        Object array = Raw.array(source);
        for (long r = 0; r < rows; r++) {
            System.arraycopy(array, offset(at, from) * lanes, target, offset(at, to) * lanes, row);
            for (int i = rank - 2; i >= 0 && ++at[i] == part.start(i) + part.length(i); i--) {
                at[i] = part.start(i);
            }
        }
    }

    private static int offset(long[] at, TensorSlice box) {
        long offset = 0;
        for (int i = 0; i < at.length; i++) {
            offset = offset * box.length(i) + at[i] - box.start(i);
        }
        return (int) offset;
    }
}
