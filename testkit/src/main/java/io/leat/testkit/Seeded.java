package io.leat.testkit;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random tensors that follow from a seed. */
public final class Seeded {
    private static final String[] WORDS = {"", "a", "Leat", "tensor", "\u00e9t\u00e9", "x\0y", "0", "long words too"};

    private final Random random;

    public Seeded(long seed) {
        random = new Random(seed);
    }

    public Random random() {
        return random;
    }

    /**
     * Elements that are spread evenly over {@code domain}, whole numbers in it for integers; true and false for bool, and
     * some words for strings.
     */
    public Tensor tensor(DType dtype, Shape shape, Domain domain) {
        Elements e = Elements.allocate(dtype, shape);
        for (int i = 0; i < e.size(); i++) {
            if (dtype == DType.STRING) {
                e.setString(i, WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8));
            } else if (dtype == DType.BOOL) {
                e.set(i, random.nextBoolean());
            } else if (dtype.isComplex()) {
                e.set(i, real(domain), real(domain));
            } else if (dtype.isFloating()) {
                e.set(i, real(domain));
            } else {
                e.setInteger(i, whole(domain, dtype.isUnsigned()));
            }
        }
        return e.tensor();
    }

    /** Multiples of a quarter in random order, whole numbers for integers, which repeat where the dtype is narrow. */
    Tensor distinct(DType dtype, Shape shape) {
        Elements e = Elements.allocate(dtype, shape);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < e.size(); i++) {
            order.add(i - (dtype.isUnsigned() ? 0 : e.size() / 2));
        }
        Collections.shuffle(order, random);
        for (int i = 0; i < e.size(); i++) {
            if (dtype.isFloating()) {
                e.set(i, order.get(i) / 4.0);
            } else {
                e.setInteger(i, order.get(i) % 100);
            }
        }
        return e.tensor();
    }

    /** Positive floats; along the last dimension they sum to 1. */
    Tensor distributions(DType dtype, Shape shape) {
        Elements e = Elements.allocate(dtype, shape);
        int width = Math.toIntExact(shape.dim(shape.rank() - 1));
        for (int row = 0; row < e.size(); row += width) {
            double[] v = random.doubles(width, 0.1, 1).toArray();
            double sum = Arrays.stream(v).sum();
            for (int i = 0; i < width; i++) {
                e.set(row + i, v[i] / sum);
            }
        }
        return e.tensor();
    }

    private double real(Domain d) {
        return d.low() + random.nextDouble() * (d.high() - d.low());
    }

    private long whole(Domain d, boolean unsigned) {
        long low = unsigned ? Math.max(0, d.wholeLow()) : d.wholeLow();
        long value = low + random.nextLong(Math.max(1, d.wholeHigh() - low + 1));
        return value == 0 && !d.zero() ? d.wholeHigh() : value;
    }
}
