package io.leat.train;

import io.leat.formats.Csv;
import io.leat.formats.Idx;
import io.leat.formats.Npy;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A stream of elements that can be read many times: examples, then batches of them. An element is a list of tensors,
 * such as an image and its label. Datasets are immutable; each method returns another one, and nothing is read before
 * an {@linkplain #open() iteration} asks for it.
 *
 * <p>What an iteration gives depends on nothing but the dataset and the number of the epoch: shuffling is seeded, and
 * reading ahead keeps the order.
 */
public final class Dataset implements Iterable<List<Tensor>> {
    private final Source source;
    private final @Nullable Rows rows;

    private Dataset(Source source, @Nullable Rows rows) {
        this.source = source;
        this.rows = rows;
    }

    private static Dataset of(Source source) {
        return new Dataset(source, null);
    }

    private static Dataset of(Rows rows) {
        return new Dataset(_ -> rows.inOrder(), rows);
    }

    /**
     * One element for each index of the first dimension, which all tensors share.
     *
     * @throws InvalidArgumentException if the tensors differ in it
     */
    public static Dataset of(Tensor... tensors) {
        return of(Rows.of(List.of(tensors)));
    }

    /** The elements given. */
    public static Dataset of(List<List<Tensor>> elements) {
        List<List<Tensor>> all = List.copyOf(elements);
        return of(new Rows(all.size(), all::get));
    }

    /** {@code size} elements that are made when they are asked for; the function may be called by any thread. */
    public static Dataset generate(int size, java.util.function.IntFunction<List<Tensor>> element) {
        return of(new Rows(size, element));
    }

    /** A dataset of a user's own kind. */
    public static Dataset from(Source source) {
        return of(source);
    }

    /** The arrays of idx files (MNIST's format, gzip or not), side by side. */
    public static Dataset idx(Path... files) throws IOException {
        return files(Idx::read, files);
    }

    /** The arrays of npy files, side by side. */
    public static Dataset npy(Path... files) throws IOException {
        return files(Npy::read, files);
    }

    /** Rows of a CSV file with a header: the features as one float32 vector, and the label as a float32 number. */
    public static Dataset csv(Path file, List<String> features, String label) throws IOException {
        Csv csv = Csv.read(file);
        return of(csv.matrix(features), csv.floats(label));
    }

    /** How a file becomes a tensor. */
    @FunctionalInterface
    private interface FileReader {
        Tensor read(Path path) throws IOException;
    }

    private static Dataset files(FileReader reader, Path... files) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        for (Path file : files) {
            tensors.add(reader.read(file));
        }
        return of(tensors.toArray(Tensor[]::new));
    }

    /** The number of elements where that is known without reading them, otherwise -1. */
    public long size() {
        return rows == null ? -1 : rows.size();
    }

    /** All elements in an order drawn anew for each epoch from the seed. Holds all elements unless their number is known. */
    public Dataset shuffle(long seed) {
        Rows known = rows;
        return known != null
                ? of((Source) epoch -> known.inOrder(Shuffling.permutation(known.size(), seed, epoch)))
                : shuffle(Integer.MAX_VALUE, seed);
    }

    /** The elements in random order, each drawn from a buffer of the next {@code bufferSize}, as TensorFlow shuffles. */
    public Dataset shuffle(int bufferSize, long seed) {
        positive(bufferSize, "bufferSize");
        return of((Source) epoch -> new Shuffling(source.open(epoch), bufferSize, seed, epoch));
    }

    /** Batches of {@code n} elements along a new first dimension; the last one may be smaller. */
    public Dataset batch(int n) {
        return batch(n, false);
    }

    /**
     * Batches of {@code n} elements along a new first dimension.
     *
     * @param dropRemainder whether a last one with fewer elements is left out
     * @throws InvalidArgumentException in the iteration, if elements of a batch differ in dtype or shape
     */
    public Dataset batch(int n, boolean dropRemainder) {
        positive(n, "batch size");
        return of((Source) epoch -> new Batching(source.open(epoch), n, dropRemainder));
    }

    /** The elements {@code n} times over; each time is the next epoch. */
    public Dataset repeat(int n) {
        positive(n, "repetitions");
        return of((Source) epoch -> new Repetition(source, epoch * n, n));
    }

    /** The elements over and over, without end. */
    public Dataset repeat() {
        return of((Source) _ -> new Repetition(source, 0, -1));
    }

    /** Each element changed by {@code f}. */
    public Dataset map(UnaryOperator<List<Tensor>> f) {
        Rows known = rows;
        return known != null
                ? of(new Rows(known.size(), i -> f.apply(known.element(i))))
                : of((Source) epoch -> Cursor.map(source.open(epoch), f));
    }

    /** Each element's tensor at {@code index} changed by {@code f}. */
    public Dataset map(int index, Function<Tensor, Tensor> f) {
        return map(element -> {
            List<Tensor> out = new ArrayList<>(element);
            out.set(index, f.apply(element.get(index)));
            return List.copyOf(out);
        });
    }

    /** The elements that pass the test. */
    public Dataset filter(Predicate<List<Tensor>> test) {
        return of((Source) epoch -> Cursor.filter(source.open(epoch), test));
    }

    /** The first {@code n} elements. */
    public Dataset take(long n) {
        Rows known = rows;
        return known != null ? of(known.part(0, n)) : of((Source) epoch -> Cursor.take(source.open(epoch), n));
    }

    /** All but the first {@code n} elements. */
    public Dataset skip(long n) {
        Rows known = rows;
        return known != null
                ? of(known.part(n, known.size()))
                : of((Source) epoch -> Cursor.skip(source.open(epoch), n));
    }

    /**
     * Lets a thread of its own read up to {@code n} elements ahead. What it throws, the iteration throws where the
     * element would have stood.
     */
    public Dataset prefetch(int n) {
        positive(n, "elements to read ahead");
        return of((Source) epoch -> Prefetch.start(() -> source.open(epoch), n));
    }

    /** Starts an iteration of the first epoch. */
    public Iteration open() {
        return open(0);
    }

    /** Starts an iteration; shuffling draws another order for each epoch. */
    public Iteration open(long epoch) {
        return new Iteration(source.open(epoch));
    }

    /**
     * {@link #open()}, for a loop that runs to the end. One that may end before should open the iteration itself and
     * close it.
     */
    @Override
    public Iteration iterator() {
        return open();
    }

    private static void positive(int n, String what) {
        if (n < 1) {
            throw new InvalidArgumentException(what + " must be positive, not " + n);
        }
    }

    /** Where elements come from. */
    @FunctionalInterface
    public interface Source {
        /** Starts over. Two cursors of the same epoch give the same elements. */
        Cursor open(long epoch);
    }
}
