package io.leat.ops.array;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Ops that move blocks of pixels between the space dimensions and the batch. */
abstract class BlockMovement extends Op {
    private final boolean toBatch;
    private final boolean square;

    /**
     * @param toBatch the direction
     * @param square whether the block is given by attribute {@code block_size}, of two dimensions; otherwise by input 1
     */
    BlockMovement(boolean toBatch, boolean square) {
        this.toBatch = toBatch;
        this.square = square;
    }

    private Blocks blocks(Attrs attrs, long[] block, long[] edges) {
        long size = square ? attrs.integer("block_size") : 0;
        return Blocks.of(square ? new long[] {size, size} : block, edges, toBatch ? "Paddings" : "Crops");
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        int last = c.inputs() - 1;
        Shape edges = c.shape(last, 2);
        if (edges.dim(1) != 2 && edges.dim(1) != Shape.ANY) {
            throw new InvalidArgumentException((toBatch ? "paddings" : "crops") + " should have shape [" + edges.dim(0)
                    + ", 2] instead of " + edges);
        }
        if (square) {
            c.shape(0, 4);
        } else {
            c.shape(1, 1);
        }
        long[] block = square ? new long[0] : c.integers(1);
        long[] all = c.integers(last);
        if (block == null || all == null) {
            c.output(0, in.hasRank() ? Shape.ofRank(in.rank()) : Shape.UNKNOWN);
            return;
        }
        Blocks b = blocks(c.attrs(), block, all);
        if (in.hasRank()) {
            c.output(0, toBatch ? b.batched(in) : b.space(in));
        }
    }

    @Override
    protected void compute(Compute c) {
        int last = c.inputs() - 1;
        Blocks b = blocks(c.attrs(), square ? new long[0] : c.integers(1), c.integers(last));
        Shape in = c.shape(0);
        Shape out = toBatch ? b.batched(in) : b.space(in);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), out);
        int[] places = toBatch ? b.places(out, in) : b.places(in, out);
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                x.copy(toBatch ? places[i] : i, y, toBatch ? i : places[i]);
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor block = square ? null : c.constant(1);
        Tensor edges = c.constant(c.inputs() - 1);
        if (edges == null || !square && block == null || c.dtype(0).storage() == DType.Storage.OBJECT) {
            return false;
        }
        Blocks b =
                blocks(c.attrs(), block == null ? new long[0] : Constants.integers(block), Constants.integers(edges));
        if (c.shape(0).size() == 0 || c.outputShape(0).size() == 0) {
            return false;
        }
        c.output(
                0,
                toBatch
                        ? b.lowerToBatch(c, c.input(0), c.outputShape(0))
                        : b.lowerToSpace(c, c.input(0), c.outputShape(0)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        String opposite = (toBatch ? "BatchToSpace" : "SpaceToBatch") + (square ? "" : "ND");
        var node = b.tf().op(opposite).input(b.dy(0));
        for (int i = 1; i < b.node().inputCount(); i++) {
            node = node.input(b.input(i));
        }
        node = square ? node.attr("block_size", b.attrs().integer("block_size")) : node;
        b.dx(0, node.add().output(0));
    }
}
