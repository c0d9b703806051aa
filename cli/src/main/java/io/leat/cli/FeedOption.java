package io.leat.cli;

import io.leat.formats.Npy;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * One {@code --feed name=value}.
 *
 * @param value a tensor as {@link ValueText} reads it, or {@code @file}
 */
record FeedOption(String name, String value) {
    static FeedOption parse(String option) {
        int at = option.indexOf('=');
        if (at < 1) {
            throw new InvalidArgumentException("--feed takes name=value or name=@file, not '" + option + "'");
        }
        return new FeedOption(option.substring(0, at), option.substring(at + 1));
    }

    /** The value for a tensor of the graph: a dimension of 1 is put in front where that makes its rank fit. */
    Tensor tensor(Output target, double imageScale) throws IOException {
        Tensor t = value.startsWith("@")
                ? file(Path.of(value.substring(1)), target, imageScale)
                : ValueText.parse(value, target.dtype());
        return fit(t, target);
    }

    private static Tensor file(Path file, Output target, double imageScale) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (String.valueOf(file.getFileName()).endsWith(".npy")) {
            return cast(Npy.read(file), target.dtype());
        }
        if (target.dtype() == DType.STRING) {
            return Tensors.strings(Shape.SCALAR, Files.readAllBytes(file));
        }
        if (Images.isImage(file)) {
            Shape s = target.shape();
            boolean flat = s.hasRank() && s.rank() <= 2;
            int channels = flat || s.hasRank() && s.dim(s.rank() - 1) == 1 ? 1 : 3;
            Tensor image = Images.read(file, channels, imageScale, target.dtype());
            return flat ? image.reshape(Shape.of(image.size())) : image;
        }
        throw new InvalidArgumentException(file + " is neither an .npy file nor a picture, and '" + target.name()
                + "' takes " + target.dtype().numpyName() + ", not strings");
    }

    /** Floats of one width fit a placeholder of another; every other difference is left to the session to report. */
    private static Tensor cast(Tensor t, DType wanted) {
        boolean numbers = (t.dtype().isFloating() || t.dtype().isInteger()) && t.dtype() != DType.INT64;
        return t.dtype() != wanted && numbers && wanted.isFloating() ? Tensor.of(wanted, t.shape(), doubles(t)) : t;
    }

    private static double[] doubles(Tensor t) {
        return t.toDoubleArray();
    }

    private static Tensor fit(Tensor t, Output target) {
        Shape s = target.shape();
        return s.hasRank() && s.rank() == t.shape().rank() + 1 && (s.dim(0) == Shape.ANY || s.dim(0) == 1)
                ? t.reshape(Shape.of(1).concat(t.shape()))
                : t;
    }
}
