package io.leat.formats.checkpoint;

import io.leat.formats.TensorSlice;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.List;

/**
 * What a checkpoint says about one tensor.
 *
 * @param dtypeNumber TensorFlow's number, which may name a dtype not known here
 * @param shape of the whole tensor
 * @param slices the parts in which it is kept; empty when it is kept whole
 */
public record Entry(String name, int dtypeNumber, Shape shape, List<TensorSlice> slices) {
    public Entry {
        slices = List.copyOf(slices);
    }

    /**
     * @throws io.leat.tensor.InvalidArgumentException if the number names no dtype known here
     */
    public DType dtype() {
        return DType.ofNumber(dtypeNumber);
    }
}
