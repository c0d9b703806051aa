package io.leat.formats.numpy;

import io.leat.formats.bytes.Sizes;
import io.leat.formats.bytes.StreamElements;
import io.leat.tensor.DType;
import io.leat.tensor.DataLossException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads one npy array of format version 1, 2 or 3. */
public final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_HEADER = 1 << 20;

    private final InputStream in;
    private final String source;
    private final long bound;

    /**
     * @param source for messages
     * @param bound no more bytes than these can come
     */
    public NpyReader(InputStream in, String source, long bound) {
        this.in = in;
        this.source = source;
        this.bound = bound;
    }

    /**
     * @throws DataLossException if the stream is no npy array, or ends too early
     * @throws io.leat.tensor.InvalidArgumentException for a dtype that cannot be read
     */
    public Tensor read() throws IOException {
        byte[] start = bytes(8, "the magic number");
        if (!Arrays.equals(start, 0, 6, MAGIC, 0, 6) || start[6] < 1 || start[6] > 3) {
            throw new DataLossException(source + ": no npy file of version 1 to 3");
        }
        ByteBuffer sizeBytes = ByteBuffer.wrap(bytes(start[6] == 1 ? 2 : 4, "the header's length"))
                .order(ByteOrder.LITTLE_ENDIAN);
        int size = start[6] == 1 ? sizeBytes.getShort() & 0xffff : sizeBytes.getInt();
        if (size < 0 || size > MAX_HEADER) {
            throw new DataLossException(source + ": an npy header of " + Integer.toUnsignedString(size) + " bytes");
        }
        String text = new String(
                bytes(size, "the header"), start[6] == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        NpyHeader header = NpyHeader.parse(text, source);
        NpyType type = NpyType.parse(header.descr(), source);
        return header.fortranOrder() && header.shape().rank() > 1
                ? reversed(elements(type, reversed(header.shape())))
                : elements(type, header.shape());
    }

    private Tensor elements(NpyType type, Shape shape) throws IOException {
        long count = Sizes.elements(shape, source);
        if (count > 0 && type.size() > bound / count) {
            throw new DataLossException(
                    source + ": the file is too short for " + count + " elements of " + type.size() + " bytes");
        }
        Object array = Sizes.newArray(type.dtype(), shape, source);
        if (type.dtype() == DType.STRING) {
            byte[][] strings = (byte[][]) array;
            for (int i = 0; i < strings.length; i++) {
                strings[i] = string(type);
            }
        } else {
            StreamElements.read(in, source, type.order(), array);
            if (array instanceof byte[] bools && type.dtype() == DType.BOOL) {
                for (int i = 0; i < bools.length; i++) {
                    bools[i] = (byte) (bools[i] == 0 ? 0 : 1);
                }
            }
        }
        return Raw.wrap(type.dtype(), shape, array);
    }

    private byte[] string(NpyType type) throws IOException {
        byte[] raw = bytes((int) type.size(), "the strings");
        if (!type.unicode()) {
            int end = raw.length;
            while (end > 0 && raw[end - 1] == 0) {
                end--;
            }
            return Arrays.copyOf(raw, end);
        }
        var text = new StringBuilder();
        int end = 0;
        for (ByteBuffer b = ByteBuffer.wrap(raw).order(type.order()); b.hasRemaining(); ) {
            int c = b.getInt();
            if (!Character.isValidCodePoint(c)) {
                throw new DataLossException(source + ": a character of number " + Integer.toUnsignedString(c));
            }
            text.appendCodePoint(c);
            end = c == 0 ? end : text.length();
        }
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(int n, String what) throws IOException {
        byte[] b = in.readNBytes(n);
        if (b.length < n) {
            throw new DataLossException(source + ": the file ends in " + what);
        }
        return b;
    }

    private static Shape reversed(Shape shape) {
        long[] d = shape.dims();
        for (int i = 0; i < d.length / 2; i++) {
            long x = d[i];
            d[i] = d[d.length - 1 - i];
            d[d.length - 1 - i] = x;
        }
        return Shape.of(d);
    }

    /** The tensor with its dimensions in reverse order. */
    private static Tensor reversed(Tensor t) {
        Shape shape = reversed(t.shape());
        int lanes = t.dtype().lanes();
        Object from = Raw.array(t);
        Object to = t.dtype().newArray(t.size());
        int rank = shape.rank();
        long[] index = new long[rank]; // of the result
        long[] step = new long[rank]; // in the source, for each index of the result
        long s = 1;
        for (int i = 0; i < rank; i++) {
            step[i] = s;
            s *= shape.dim(i);
        }
        long at = 0;
        int n = Array.getLength(to) / lanes;
        for (int i = 0; i < n; i++) {
            System.arraycopy(from, (int) at * lanes, to, i * lanes, lanes);
            for (int d = rank - 1; d >= 0; d--) {
                at += step[d];
                if (++index[d] < shape.dim(d)) {
                    break;
                }
                at -= step[d] * shape.dim(d);
                index[d] = 0;
            }
        }
        return Raw.wrap(t.dtype(), shape, to);
    }
}
