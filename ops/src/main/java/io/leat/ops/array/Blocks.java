package io.leat.ops.array;

import io.leat.graph.Lowering;
import io.leat.ir.Value;
import io.leat.ops.family.Sizes;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;

/**
 * The division of some space dimensions, which follow a batch dimension, into blocks whose pixels lie in different parts
 * of a larger batch: {@code SpaceToBatch} and {@code BatchToSpace}.
 *
 * @param block the sizes of a block
 * @param edges for each space dimension how much is padded or cropped at its start and end
 */
record Blocks(long[] block, long[] edges) {
    /** @throws InvalidArgumentException if sizes are not positive, or edges negative or of another number */
    static Blocks of(long[] block, long[] edges, String name) {
        if (edges.length != 2 * block.length) {
            throw new InvalidArgumentException(
                    name + " should have shape [" + block.length + ", 2] instead of [" + edges.length / 2 + ",2]");
        }
        for (int i = 0; i < block.length; i++) {
            if (block[i] < 1) {
                throw new InvalidArgumentException(
                        "All values in block_shape must be positive, got value, " + block[i] + " at index " + i + ".");
            }
        }
        for (long e : edges) {
            if (e < 0) {
                throw new InvalidArgumentException(name + " must be non-negative");
            }
        }
        return new Blocks(block, edges);
    }

    int rank() {
        return block.length;
    }

    /** The number of pixels of a block. */
    long pixels() {
        long all = 1;
        for (long b : block) {
            all = Sizes.product(all, b);
        }
        return all;
    }

    /** The batched shape of a space. */
    Shape batched(Shape space) {
        Shape s = space.withRankAtLeast(rank() + 1);
        Shape out = s.withDim(0, Sizes.product(s.dim(0), pixels()));
        for (int i = 0; i < rank() && s.hasRank(); i++) {
            long padded = Sizes.sum(s.dim(i + 1), Sizes.sum(edges[2 * i], edges[2 * i + 1]));
            if (padded != Shape.ANY && padded % block[i] != 0) {
                throw new InvalidArgumentException("padded_shape[" + i + "]=" + padded
                        + " is not divisible by block_shape[" + i + "]=" + block[i]);
            }
            out = out.withDim(i + 1, Sizes.quotient(padded, block[i]));
        }
        return out;
    }

    /** The space of a batched shape. */
    Shape space(Shape batched) {
        Shape s = batched.withRankAtLeast(rank() + 1);
        if (s.dim(0) != Shape.ANY && s.dim(0) % pixels() != 0) {
            throw new InvalidArgumentException("Input batch dimension (" + s.dim(0)
                    + ") is not divisible by product of block sizes (" + pixels() + ")");
        }
        Shape out = s.withDim(0, Sizes.quotient(s.dim(0), pixels()));
        for (int i = 0; i < rank() && s.hasRank(); i++) {
            long whole = Sizes.product(s.dim(i + 1), block[i]);
            long crop = Sizes.sum(edges[2 * i], edges[2 * i + 1]);
            if (whole != Shape.ANY && whole < crop) {
                throw new InvalidArgumentException(
                        "cropped_shape[" + i + "]=" + (whole - crop) + " must be non-negative");
            }
            out = out.withDim(i + 1, whole == Shape.ANY ? Shape.ANY : whole - crop);
        }
        return out;
    }

    /** For each element of the batched tensor its place in the space, or -1 if it lies outside. */
    int[] places(Shape batched, Shape space) {
        int[] out = new int[Math.toIntExact(batched.size())];
        long[] from = batched.strides();
        long[] to = space.strides();
        for (int i = 0; i < out.length; i++) {
            long rest = i % from[0];
            long batch = i / from[0];
            long pixel = batch / space.dim(0);
            long place = batch % space.dim(0) * to[0];
            for (int d = rank(); d >= 1; d--) {
                long at = rest / from[d] % batched.dim(d) * block[d - 1] + pixel % block[d - 1] - edges[2 * d - 2];
                pixel /= block[d - 1];
                place = place < 0 || at < 0 || at >= space.dim(d) ? -1 : place + at * to[d];
            }
            out[i] = place < 0 ? -1 : (int) (place + rest % from[rank()]);
        }
        return out;
    }

    /** The shape in which each space dimension is followed by that of its blocks. */
    private Shape split(Shape batched, Shape space) {
        long[] dims = new long[batched.rank() + rank()];
        dims[0] = space.dim(0);
        for (int i = 0; i < rank(); i++) {
            dims[2 * i + 1] = batched.dim(i + 1);
            dims[2 * i + 2] = block[i];
        }
        for (int d = rank() + 1; d < batched.rank(); d++) {
            dims[d + rank()] = batched.dim(d);
        }
        return Shape.of(dims);
    }

    /** For each dimension of {@code [block..., batch, space..., rest...]} where it is in {@link #split}. */
    private int[] order(int rank) {
        int[] order = new int[rank + rank()];
        for (int i = 0; i < rank(); i++) {
            order[i] = 2 * i + 2;
            order[rank() + 1 + i] = 2 * i + 1;
        }
        for (int d = rank() + 1; d < rank; d++) {
            order[d + rank()] = d + rank();
        }
        return order;
    }

    Value lowerToBatch(Lowering c, Value x, Shape batched) {
        int[] before = new int[x.shape().rank()];
        Shape padded = x.shape();
        for (int i = 0; i < rank(); i++) {
            before[i + 1] = Math.toIntExact(edges[2 * i]);
            padded = padded.withDim(i + 1, batched.dim(i + 1) * block[i]);
        }
        Value zero = c.constant(Raw.allocate(x.dtype(), Shape.SCALAR));
        Value whole = padded.equals(x.shape()) ? x : c.pad(x, zero, before, padded);
        Value split = c.reshape(whole, split(batched, x.shape()));
        return c.reshape(c.transpose(split, order(batched.rank())), batched);
    }

    Value lowerToSpace(Lowering c, Value x, Shape space) {
        Shape batched = x.shape();
        Shape split = split(batched, space);
        int[] order = order(batched.rank());
        int[] back = new int[order.length];
        long[] ordered = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            back[order[i]] = i;
            ordered[i] = split.dim(order[i]);
        }
        Shape whole = space;
        int[] begin = new int[space.rank()];
        int[] ones = new int[space.rank()];
        java.util.Arrays.fill(ones, 1);
        for (int i = 0; i < rank(); i++) {
            begin[i + 1] = Math.toIntExact(edges[2 * i]);
            whole = whole.withDim(i + 1, batched.dim(i + 1) * block[i]);
        }
        Value joined = c.reshape(c.transpose(c.reshape(x, Shape.of(ordered)), back), whole);
        return whole.equals(space) ? joined : c.slice(joined, begin, space.intDims(), ones);
    }
}
