package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Op;
import io.leat.graph.OpRegistry;
import io.leat.graph.Output;
import io.leat.graph.Signature;
import io.leat.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ops of pooling, whose windows are given by the attributes {@code ksize} and {@code strides}, or by two inputs. */
abstract class PoolOp extends Op {
    private static final List<String> SHARED_ATTRS =
            List.of("ksize", "strides", "padding", "explicit_paddings", "data_format", "include_batch_in_index");

    /** The number of spatial dimensions. */
    int spatial() {
        return 2;
    }

    /** The number of the input with the sizes of the windows, which the strides follow, or -1 if they are attributes. */
    int sizesInput() {
        return -1;
    }

    final ImageFormat format(Attrs attrs) {
        return ImageFormat.of(attrs, spatial());
    }

    /** The windows as far as they are known before the run. */
    final @Nullable PoolWindows windows(Inference c) {
        int i = sizesInput();
        if (i < 0) {
            return windows(c.attrs());
        }
        long[] ksize = c.integers(i);
        long[] strides = c.integers(i + 1);
        return ksize == null || strides == null ? null : windows(c.attrs(), ksize, strides);
    }

    final PoolWindows windows(Compute c) {
        int i = sizesInput();
        return i < 0 ? windows(c.attrs()) : windows(c.attrs(), c.integers(i), c.integers(i + 1));
    }

    /** The windows, or null if they are not the same in every run. */
    final @Nullable PoolWindows windows(Lowering c) {
        int i = sizesInput();
        if (i < 0) {
            return windows(c.attrs());
        }
        Tensor ksize = c.constant(i);
        Tensor strides = c.constant(i + 1);
        return ksize == null || strides == null
                ? null
                : windows(c.attrs(), Constants.integers(ksize), Constants.integers(strides));
    }

    private PoolWindows windows(Attrs attrs) {
        return windows(attrs, attrs.integers("ksize"), attrs.integers("strides"));
    }

    private PoolWindows windows(Attrs attrs, long[] ksize, long[] strides) {
        return PoolWindows.of(name(), attrs, spatial(), ksize, strides);
    }

    /** A node of another op over the same windows. */
    final Output same(Backprop b, String op, Output... inputs) {
        NodeBuilder node = b.tf().op(op);
        for (Output in : inputs) {
            node.input(in);
        }
        if (sizesInput() >= 0) {
            node.input(b.input(sizesInput())).input(b.input(sizesInput() + 1));
        }
        Signature signature = OpRegistry.get(op).signature();
        for (String name : SHARED_ATTRS) {
            Attr value = b.attrs().find(name);
            if (value != null && signature.attr(name) != null) {
                node.attr(name, value);
            }
        }
        return node.add().output(0);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
