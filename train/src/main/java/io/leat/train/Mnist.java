package io.leat.train;

import io.leat.formats.Idx;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Data sets in MNIST's four files, gzip or not: examples of a grey image, float32 [height, width, 1] from 0 to 1, and
 * the number of its class, int32.
 */
public final class Mnist {
    private Mnist() {}

    /**
     * The training examples in a folder.
     *
     * @throws NotFoundException if a file is missing
     * @throws InvalidArgumentException if a file does not hold what it should
     */
    public static Dataset train(Path folder) throws IOException {
        return read(folder, "train");
    }

    /** The test examples in a folder. Throws what {@link #train} throws. */
    public static Dataset test(Path folder) throws IOException {
        return read(folder, "t10k");
    }

    private static Dataset read(Path folder, String part) throws IOException {
        Path imageFile = find(folder, part + "-images", "3");
        Path labelFile = find(folder, part + "-labels", "1");
        Tensor pixels = Idx.read(imageFile);
        Tensor labels = Idx.read(labelFile);
        if (pixels.dtype() != DType.UINT8 || pixels.shape().rank() != 3) {
            throw new InvalidArgumentException(imageFile + ": images of bytes [n, height, width] expected, not "
                    + pixels.dtype().signatureName() + pixels.shape());
        }
        if (labels.dtype() != DType.UINT8
                || labels.shape().rank() != 1
                || labels.size() != pixels.shape().dim(0)) {
            throw new InvalidArgumentException(labelFile + ": " + pixels.shape().dim(0)
                    + " bytes expected, one for each image, not "
                    + labels.dtype().signatureName() + labels.shape());
        }
        return Dataset.of(pixels, labels).map(e -> List.of(image(e.getFirst()), label(e.getLast())));
    }

    private static Tensor image(Tensor bytes) {
        byte[] in = Raw.bytes(bytes);
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = (in[i] & 0xff) / 255f;
        }
        return Raw.wrap(DType.FLOAT32, bytes.shape().concat(Shape.of(1)), out);
    }

    private static Tensor label(Tensor number) {
        return Tensor.scalar(Raw.bytes(number)[0] & 0xff);
    }

    private static Path find(Path folder, String name, String rank) {
        for (String middle : List.of("-idx", ".idx")) {
            for (String end : List.of("", ".gz")) {
                Path file = folder.resolve(name + middle + rank + "-ubyte" + end);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        throw new NotFoundException(
                folder + " has no file " + name + "-idx" + rank + "-ubyte or " + name + "-idx" + rank + "-ubyte.gz");
    }
}
