package io.leat.ops.data;

import io.leat.ir.RunContext;
import io.leat.kernels.Philox;
import io.leat.ops.data.TupleDataset.Iteration;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A pass in random order: each element comes from a buffer that is filled up before it. TensorFlow's order for seeds. */
final class ShufflePass implements Iteration {
    /** The 32 bit samples of a stream. */
    static final class Samples {
        private final Philox philox;
        private final int[] block = new int[Philox.BLOCK];
        private int used = Philox.BLOCK;

        Samples(long seed, long seed2) {
            philox = Philox.ofSeeds(seed, seed2);
        }

        synchronized long next() {
            if (used == Philox.BLOCK) {
                philox.fill(block, 0, 1);
                used = 0;
            }
            return Integer.toUnsignedLong(block[used++]);
        }
    }

    private final Iteration from;
    private final Samples samples;
    private Tensor[] @Nullable [] buffer;
    private final long size;
    private long start;
    private long end;
    private boolean exhausted;

    ShufflePass(Iteration from, long size, long seed, long seed2) {
        this.from = from;
        this.size = size;
        this.samples = new Samples(seed, seed2);
        this.buffer = new Tensor[(int) Math.min(size, 64)][];
    }

    private int at(long i) {
        return (int) (i % size);
    }

    @Override
    public Tensor @Nullable [] next(RunContext run) {
        while (!exhausted && end - start < size) {
            Tensor[] element = from.next(run);
            if (element == null) {
                exhausted = true;
            } else {
                int to = at(end);
                if (to >= buffer.length) {
                    buffer = java.util.Arrays.copyOf(buffer, (int) Math.min(size, 2L * buffer.length));
                }
                buffer[to] = element;
                end++;
            }
        }
        if (end == start) {
            return null;
        }
        int index = at(start + samples.next() % (end - start));
        Tensor[] element = buffer[index];
        buffer[index] = buffer[at(start)];
        buffer[at(start)] = null;
        start++;
        return element;
    }
}
