package io.leat.formats;

import io.leat.formats.bytes.Sizes;
import io.leat.formats.bytes.StreamElements;
import io.leat.tensor.DType;
import io.leat.tensor.DataLossException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The idx files of MNIST: an array of up to 255 dimensions, compressed by gzip or not. */
public final class Idx {
    /** No deflated data expand more. */
    private static final long MAX_DEFLATE_RATIO = 1040;

    private Idx() {}

    /**
     * @throws NotFoundException if there is no such file
     * @throws DataLossException if it is corrupt
     */
    public static Tensor read(Path path) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path))) {
            file.mark(2);
            boolean zipped = file.read() == 0x1f && file.read() == 0x8b;
            file.reset();
            long bound = Files.size(path) * (zipped ? MAX_DEFLATE_RATIO : 1) + 64;
            return read(zipped ? new BufferedInputStream(new GZIPInputStream(file)) : file, path.toString(), bound);
        } catch (NoSuchFileException e) {
            throw new NotFoundException(path + "; No such file or directory", null, e);
        } catch (ZipException | EOFException e) {
            throw new DataLossException(path + ": corrupt gzip data: " + e.getMessage(), null, e);
        }
    }

    private static Tensor read(InputStream in, String source, long bound) throws IOException {
        byte[] magic = bytes(in, 4, source);
        int rank = magic[3] & 0xff;
        if (magic[0] != 0 || magic[1] != 0 || rank > Sizes.MAX_RANK) {
            throw new DataLossException(source + ": not an idx file");
        }
        DType dtype = switch (magic[2]) {
            case 0x08 -> DType.UINT8;
            case 0x09 -> DType.INT8;
            case 0x0b -> DType.INT16;
            case 0x0c -> DType.INT32;
            case 0x0d -> DType.FLOAT32;
            case 0x0e -> DType.FLOAT64;
            default -> throw new DataLossException(source + ": the unknown idx type " + magic[2]);
        };
        long[] dims = new long[rank];
        ByteBuffer sizes = ByteBuffer.wrap(bytes(in, 4 * rank, source));
        for (int i = 0; i < rank; i++) {
            dims[i] = sizes.getInt() & 0xffffffffL;
        }
        Shape shape = Shape.of(dims);
        if (Sizes.elements(shape, source) > bound / dtype.bytes()) {
            throw new DataLossException(source + ": the file is too short for " + dtype.signatureName() + " " + shape);
        }
        Object array = Sizes.newArray(dtype, shape, source);
        StreamElements.read(in, source, ByteOrder.BIG_ENDIAN, array);
        return Raw.wrap(dtype, shape, array);
    }

    private static byte[] bytes(InputStream in, int n, String source) throws IOException {
        byte[] b = in.readNBytes(n);
        if (b.length < n) {
            throw new DataLossException(source + ": the file ends in its header");
        }
        return b;
    }
}
