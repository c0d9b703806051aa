package io.leat.ops.queue;

import io.leat.kernels.GuardedPhilox;
import io.leat.kernels.Philox;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** The tuples of a queue in the order in which they come out. */
interface Storage {
    int size();

    void add(Tensor[] tuple);

    /** Takes out the next tuple of those that are there. */
    Tensor[] remove();

    /** Puts back a tuple that was taken out last. */
    void restore(Tensor[] tuple);

    static Storage of(QueueSpec spec) {
        return switch (spec.kind()) {
            case FIFO, PADDING -> new Fifo();
            case PRIORITY -> new Priority();
            case SHUFFLE -> new Shuffle(spec.seed(), spec.seed2());
        };
    }

    /** The one that came first. */
    final class Fifo implements Storage {
        private final Deque<Tensor[]> tuples = new ArrayDeque<>();

        @Override
        public int size() {
            return tuples.size();
        }

        @Override
        public void add(Tensor[] tuple) {
            tuples.addLast(tuple);
        }

        @Override
        public Tensor[] remove() {
            return tuples.removeFirst();
        }

        @Override
        public void restore(Tensor[] tuple) {
            tuples.addFirst(tuple);
        }
    }

    /** The one whose first component is least; of equal ones the one that came first. */
    final class Priority implements Storage {
        private record Entry(long priority, long number, Tensor[] tuple) {}

        private final PriorityQueue<Entry> tuples =
                new PriorityQueue<>(Comparator.comparingLong(Entry::priority).thenComparingLong(Entry::number));
        private long last;
        private long first;

        private void put(Tensor[] tuple, long number) {
            tuples.add(new Entry(Raw.longs(tuple[0])[0], number, tuple));
        }

        @Override
        public int size() {
            return tuples.size();
        }

        @Override
        public void add(Tensor[] tuple) {
            put(tuple, ++last);
        }

        @Override
        public Tensor[] remove() {
            return tuples.remove().tuple();
        }

        @Override
        public void restore(Tensor[] tuple) {
            put(tuple, --first);
        }
    }

    /** Any of them, at TensorFlow's places for the seeds; two zeros are a seed of this queue alone. */
    final class Shuffle implements Storage {
        private final List<Tensor[]> tuples = new ArrayList<>();
        private final GuardedPhilox random;
        private final int[] block = new int[Philox.BLOCK];
        private int used = Philox.BLOCK;

        Shuffle(long seed, long seed2) {
            this.random = new GuardedPhilox(seed, seed2);
        }

        private int sample() {
            if (used == Philox.BLOCK) {
                random.reserve(1).fill(block, 0, 1);
                used = 0;
            }
            return block[used++];
        }

        @Override
        public int size() {
            return tuples.size();
        }

        @Override
        public void add(Tensor[] tuple) {
            tuples.add(tuple);
        }

        @Override
        public Tensor[] remove() {
            int at = Integer.remainderUnsigned(sample(), tuples.size());
            Tensor[] last = tuples.removeLast();
            return at == tuples.size() ? last : tuples.set(at, last);
        }

        @Override
        public void restore(Tensor[] tuple) {
            tuples.add(tuple);
        }
    }
}
