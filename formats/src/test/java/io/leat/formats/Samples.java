package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tensors and files for the tests of formats. */
public final class Samples {
    private Samples() {}

    /** The dtypes that files hold. */
    public static List<DType> dtypes() {
        return Stream.of(DType.values())
                .filter(d -> d != DType.RESOURCE && d != DType.VARIANT)
                .toList();
    }

    /** A tensor of random bits; strings are of random lengths and bytes, and do not end in a zero. */
    public static Tensor random(DType dtype, Shape shape, RandomGenerator random) {
        Object array = dtype.newArray(shape.size());
        switch (array) {
            case byte[] a -> {
                random.nextBytes(a);
                if (dtype == DType.BOOL) {
                    for (int i = 0; i < a.length; i++) {
                        a[i] &= 1;
                    }
                }
            }
            case short[] a -> {
                for (int i = 0; i < a.length; i++) {
                    a[i] = (short) random.nextInt();
                }
            }
            case int[] a -> Arrays.setAll(a, i -> random.nextInt());
            case long[] a -> Arrays.setAll(a, i -> random.nextLong());
            case float[] a -> {
                for (int i = 0; i < a.length; i++) {
                    a[i] = (float) random.nextGaussian();
                }
            }
            case double[] a -> Arrays.setAll(a, i -> random.nextGaussian());
            case byte[][] a ->
                Arrays.setAll(a, i -> {
                    byte[] s = new byte[random.nextInt(200)];
                    random.nextBytes(s);
                    if (s.length > 0) {
                        s[s.length - 1] |= 1;
                    }
                    return s;
                });
            default -> throw new AssertionError(array);
        }
        return Raw.wrap(dtype, shape, array);
    }

    /** Checks dtype, shape and all bits. */
    public static void assertSame(@Nullable Tensor actualOrNull, @Nullable Tensor expectedOrNull) {
        Tensor actual = Objects.requireNonNull(actualOrNull);
        Tensor expected = Objects.requireNonNull(expectedOrNull);
        assertThat(actual.dtype()).isEqualTo(expected.dtype());
        assertThat(actual.shape()).isEqualTo(expected.shape());
        Object a = Raw.array(actual);
        Object e = Raw.array(expected);
        boolean equal = switch (a) {
            case byte[] x -> Arrays.equals(x, (byte[]) e);
            case short[] x -> Arrays.equals(x, (short[]) e);
            case int[] x -> Arrays.equals(x, (int[]) e);
            case long[] x -> Arrays.equals(x, (long[]) e);
            case float[] x -> Arrays.equals(x, (float[]) e);
            case double[] x -> Arrays.equals(x, (double[]) e);
            default -> Arrays.deepEquals((Object[]) a, (Object[]) e);
        };
        assertThat(equal)
                .as("the elements of %s %s are equal", actual.dtype(), actual.shape())
                .isTrue();
    }

    /** A file among the tests' resources. */
    public static Path resource(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(Samples.class.getResource(name), name).toURI());
    }

    /** A file of the shared test data; without it the test is skipped. */
    public static Path shared(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "the project's root is not found");
        for (Path root = folder; root != null; root = root.getParent()) {
            Path data = root.resolve("shared" + File.separator + "data");
            if (Files.isDirectory(data)) {
                return data.resolve(name);
            }
        }
        assumeTrue(false, "the shared test data are not here");
        throw new AssertionError();
    }
}
