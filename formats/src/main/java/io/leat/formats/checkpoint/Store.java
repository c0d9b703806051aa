package io.leat.formats.checkpoint;

import io.leat.formats.TensorSlice;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.util.SortedMap;

/** The tensors of a checkpoint of either version. */
public sealed interface Store permits Bundle, LegacyStore {
    /** What there is, by name. */
    SortedMap<String, Entry> entries();

    /** All of a tensor that is kept whole. */
    Tensor read(Entry entry) throws IOException;

    /** One of {@code entry.slices()}. */
    Tensor readSlice(Entry entry, TensorSlice slice) throws IOException;
}
