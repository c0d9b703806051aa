package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.kernels.GuardedPhilox;
import io.leat.kernels.Parallel;
import io.leat.kernels.Philox;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.Objects;

/** Where random ops get their numbers from. */
final class Streams {
    private static final int PHILOX = 1;
    private static final int AUTO_SELECT = 3;

    private Streams() {}

    /** The stream of a stateful op: it begins anew in each session and goes on from run to run. */
    static GuardedPhilox of(Compute c) {
        long seed = c.attrs().integer("seed");
        long seed2 = c.attrs().integer("seed2");
        return c.run().nodeState(c.node().name(), GuardedPhilox.class, () -> new GuardedPhilox(seed, seed2));
    }

    /** The stream of a stateless op whose input {@code i} is a seed of two integers. */
    static Philox ofSeed(Compute c, int i) {
        if (!c.shape(i).equals(Shape.of(2))) {
            throw new InvalidArgumentException("seed must have shape [2], not " + c.shape(i));
        }
        long[] seed = c.integers(i);
        return Philox.ofStatelessSeed(seed[0], seed[1]);
    }

    /** The stream of a stateless op whose inputs from {@code i} on are key, counter and algorithm. */
    static Philox ofKey(Compute c, int i) {
        if (!c.shape(i).equals(Shape.of(1))) {
            throw new InvalidArgumentException("key must have shape [1], not " + c.shape(i));
        }
        if (c.shape(i + 1).rank() != 1 || c.shape(i + 1).dim(0) < 2) {
            throw new InvalidArgumentException(
                    "counter must be a vector with at least 2 elements, not " + c.shape(i + 1));
        }
        if (c.shape(i + 2).rank() != 0) {
            throw new InvalidArgumentException("algorithm must be of shape [], not " + c.shape(i + 2));
        }
        long algorithm = c.integers(i + 2)[0];
        if (algorithm != PHILOX && algorithm != AUTO_SELECT) {
            throw new InvalidArgumentException("Unsupported algorithm id: " + algorithm);
        }
        long[] counter = c.integers(i + 1);
        return Philox.ofKeyAndCounter(c.integers(i)[0], counter[0], counter[1]);
    }

    /** The threads of the run, or the calling one while constants are folded. */
    static Parallel parallel(Compute c) {
        return Objects.requireNonNull(c.node().op()).isStateful() ? c.run().parallel() : Parallel.SERIAL;
    }

    /** The dimensions in an integer vector. */
    static Shape shape(Compute c, int i) {
        if (c.shape(i).rank() != 1) {
            throw new InvalidArgumentException("shape must be a vector of {int32,int64}, got shape " + c.shape(i));
        }
        for (long d : c.integers(i)) {
            if (d < 0) {
                throw new InvalidArgumentException("Dimension " + d + " must be >= 0");
            }
        }
        return Shape.of(c.integers(i));
    }

    /** Says that the shape is a vector and the output of that shape. */
    static void infer(Inference c) {
        c.shape(0, 1);
        c.output(0, c.shapeValue(0));
    }

    /** Says that the inputs from {@code i} on are key, counter and algorithm. */
    static void inferKey(Inference c, int i) {
        c.shape(i, 1);
        c.shape(i + 1, 1);
        c.shape(i + 2, 0);
    }
}
