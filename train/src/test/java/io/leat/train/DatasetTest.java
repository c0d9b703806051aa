package io.leat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
    private static final Dataset TEN = Dataset.of(Tensor.vector(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));

    private static List<Integer> read(Dataset d, long epoch) {
        List<Integer> out = new ArrayList<>();
        try (Iteration it = d.open(epoch)) {
            while (it.hasNext()) {
                for (int v : it.next().getFirst().toIntArray()) {
                    out.add(v);
                }
            }
        }
        return out;
    }

    private static List<Integer> read(Dataset d) {
        return read(d, 0);
    }

    @Test
    void batchesWithAndWithoutTheRest() {
        List<Shape> shapes = new ArrayList<>();
        for (List<Tensor> b : TEN.batch(4)) {
            shapes.add(b.getFirst().shape());
        }
        assertThat(shapes).containsExactly(Shape.of(4), Shape.of(4), Shape.of(2));
        assertThat(read(TEN.batch(4, true))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(read(TEN.batch(20, true))).isEmpty();
    }

    @Test
    void batchesSeveralTensorsOfAnyDtype() {
        Dataset d = Dataset.of(Tensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, 5f, 6f), Tensor.vector("a", "b", "c"));
        List<Tensor> b = d.skip(1).batch(2).open().next();
        assertThat(b.getFirst().contentEquals(Tensor.of(Shape.of(2, 2), 3f, 4f, 5f, 6f)))
                .isTrue();
        assertThat(b.getLast().toStringArray()).containsExactly("b", "c");
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertThatThrownBy(() -> Dataset.of(Tensor.vector(1f), Tensor.vector(1f, 2f)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("same first dimension");
        Dataset ragged = Dataset.of(List.of(List.of(Tensor.vector(1f)), List.of(Tensor.vector(1f, 2f))));
        assertThatThrownBy(() -> ragged.batch(2).open().next())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot batch tensors with different shapes");
        assertThatThrownBy(() -> TEN.batch(0)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void shufflesBySeedAndEpochAlone() {
        Dataset d = TEN.shuffle(42);
        assertThat(read(d)).isEqualTo(read(d)).isNotEqualTo(read(TEN)).containsExactlyInAnyOrderElementsOf(read(TEN));
        assertThat(read(d, 1)).isNotEqualTo(read(d)).containsExactlyInAnyOrderElementsOf(read(TEN));
        assertThat(read(TEN.shuffle(43))).isNotEqualTo(read(d));
        List<Integer> twice = read(d.repeat(2));
        assertThat(twice.subList(0, 10)).isEqualTo(read(d, 0));
        assertThat(twice.subList(10, 20)).isEqualTo(read(d, 1));
        assertThat(read(d.prefetch(2))).isEqualTo(read(d));
        List<Integer> buffered = read(TEN.shuffle(3, 42));
        assertThat(buffered).containsExactlyInAnyOrderElementsOf(read(TEN));
        for (int i = 0; i < buffered.size(); i++) {
            assertThat(buffered.get(i)).as("drawn from the next 3").isLessThanOrEqualTo(i + 2);
        }
    }

    @Test
    void takesSkipsMapsAndFilters() {
        Dataset stream = TEN.filter(_ -> true);
        for (Dataset d : List.of(TEN, stream)) {
            assertThat(read(d.take(3))).containsExactly(0, 1, 2);
            assertThat(read(d.skip(8))).containsExactly(8, 9);
            assertThat(read(d.skip(20))).isEmpty();
            assertThat(read(d.take(100))).hasSize(10);
            assertThat(read(d.map(0, t -> Tensor.scalar(2 * t.scalarInt())).take(3)))
                    .containsExactly(0, 2, 4);
            assertThat(read(d.filter(e -> e.getFirst().scalarInt() % 4 == 0))).containsExactly(0, 4, 8);
        }
        assertThat(TEN.size()).isEqualTo(10);
        assertThat(stream.size()).isEqualTo(-1);
        assertThat(read(TEN.repeat().take(25))).hasSize(25);
        assertThat(read(TEN.take(0).repeat())).as("nothing for ever ends").isEmpty();
    }

    /** Endless; knows whether it was closed. */
    private static final class Endless implements Cursor {
        private final CountDownLatch closed = new CountDownLatch(1);
        private int next;

        @Override
        public @Nullable List<Tensor> next() {
            return List.of(Tensor.scalar(next++));
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void readingAheadEndsWhenItIsClosed() throws InterruptedException {
        var cursor = new Endless();
        try (Iteration it = Dataset.from(_ -> cursor).prefetch(2).open()) {
            assertThat(it.next().getFirst().scalarInt()).isZero();
            assertThat(it.next().getFirst().scalarInt()).isEqualTo(1);
        }
        assertThat(cursor.closed.getCount()).as("close waits for the thread").isZero();
        assertThat(cursor.next).as("bounded").isLessThanOrEqualTo(6);
    }

    @Test
    void readingAheadHandsErrorsOver() {
        Dataset d = TEN.map(0, t -> {
            if (t.scalarInt() == 3) {
                throw new IllegalStateException("three");
            }
            return t;
        });
        Iteration it = d.prefetch(10).open();
        for (int i = 0; i < 3; i++) {
            assertThat(it.next().getFirst().scalarInt()).isEqualTo(i);
        }
        assertThatThrownBy(it::next).isInstanceOf(IllegalStateException.class).hasMessage("three");
        it.close();
    }

    @Test
    void readsCsv(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "x,y,z\n1,2,3\n4,5,6\n");
        List<Tensor> e =
                Dataset.csv(file, List.of("z", "x"), "y").skip(1).open().next();
        assertThat(e.getFirst().toFloatArray()).containsExactly(6f, 4f);
        assertThat(e.getLast().scalarFloat()).isEqualTo(5f);
    }

    @Test
    void drawnDigitsAreAlwaysTheSame() {
        List<Tensor> e = Digits.train(40).skip(37).open().next();
        assertThat(e.getLast().scalarInt()).isEqualTo(7);
        Tensor again = Digits.train(100).skip(37).open().next().getFirst();
        assertThat(e.getFirst().contentEquals(again)).isTrue();
        assertThat(e.getFirst().shape()).isEqualTo(Shape.of(28, 28, 1));
        double ink = 0;
        for (float v : again.toFloatArray()) {
            assertThat(v).isBetween(0f, 1f);
            ink += v;
        }
        assertThat(ink).isBetween(20.0, 400.0);
        assertThat(Digits.test(40).skip(37).open().next().getFirst().contentEquals(again))
                .isFalse();
    }
}
