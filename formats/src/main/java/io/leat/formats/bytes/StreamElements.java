package io.leat.formats.bytes;

import io.leat.tensor.DataLossException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Moves the primitive arrays of tensors through streams, a piece at a time. */
public final class StreamElements {
    private static final int CHUNK = 1 << 16;

    private StreamElements() {}

    /**
     * Fills an array.
     *
     * @throws DataLossException if the stream ends too early
     */
    public static void read(InputStream in, String source, ByteOrder order, Object array) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(order);
        int total = ElementBytes.length(array);
        int width = ElementBytes.width(array);
        for (int done = 0; done < total; ) {
            int count = Math.min(total - done, CHUNK / width);
            if (in.readNBytes(buffer.array(), 0, count * width) < count * width) {
                throw new DataLossException(
                        source + ": the data end before element " + (done + count) + " of " + total);
            }
            ElementBytes.get(buffer.clear(), array, done, count);
            done += count;
        }
    }

    /** Appends an array in little-endian order. */
    public static void write(OutputStream out, Object array) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        int total = ElementBytes.length(array);
        int width = ElementBytes.width(array);
        for (int done = 0; done < total; ) {
            int count = Math.min(total - done, CHUNK / width);
            ElementBytes.put(buffer.clear(), array, done, count);
            out.write(buffer.array(), 0, count * width);
            done += count;
        }
    }
}
