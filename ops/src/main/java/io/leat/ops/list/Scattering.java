package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** Rows of a tensor that go to places of a list. */
final class Scattering {
    private Scattering() {}

    /** The list of at least {@code size} elements, or of just as many as must be for -1, that inputs 0 and 1 describe. */
    static TensorList list(Compute c, Shape elementShape, int size) {
        int[] indices = c.ints(1);
        if (size >= 0) {
            for (int i : indices) {
                if (i >= size) {
                    throw new InvalidArgumentException(
                            "TensorListScatter: Trying to scatter at index " + i + " in list with size " + size);
                }
            }
        }
        Tensor tensor = c.input(0);
        TensorList list = TensorList.of(tensor.dtype(), elementShape, Versions.ofNulls(Math.max(size, 0)));
        return into(list, tensor, indices);
    }

    /** The list with row {@code k} of the tensor for its element {@code indices[k]}; it grows where it must. */
    static TensorList into(TensorList list, Tensor tensor, int[] indices) {
        Shape all = tensor.shape();
        if (all.rank() < 1) {
            throw new InvalidArgumentException("Tensor must be at least a vector, but saw shape: " + all);
        }
        if (!list.elementShape().isCompatibleWith(all.from(1))) {
            throw new InvalidArgumentException(
                    "Specified a list with shape " + list.elementShape() + " from a tensor with shape " + all.from(1));
        }
        if (indices.length != all.dim(0)) {
            throw new InvalidArgumentException(
                    "Invalid number of rows in input tensor. Expected: " + indices.length + " Actual: " + all.dim(0));
        }
        int size = list.size();
        for (int i : indices) {
            if (i < 0) {
                throw new InvalidArgumentException("Indices in TensorListScatter must all be non-negative.");
            }
            size = Math.max(size, Math.addExact(i, 1));
        }
        Versions<Tensor> items = list.items().resized(size);
        for (int k = 0; k < indices.length; k++) {
            items = items.with(indices[k], ListOp.row(tensor, k));
        }
        return list.with(items);
    }

    /** The rows that a gradient list has at the indices of input {@code indices}, for input {@code tensor}. */
    static Output gathered(Backprop b, Output dlist, int tensor, int indices) {
        return b.tf().op("TensorListGather")
                .input(dlist)
                .input(b.input(indices))
                .input(ListOp.rowShape(b.tf(), b.input(tensor)))
                .attr("element_dtype", b.input(tensor).dtype())
                .add()
                .output(0);
    }
}
