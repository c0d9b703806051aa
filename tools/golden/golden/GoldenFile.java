package golden;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.tensorflow.proto.DataType;

/**
 * A file of golden values: for each case a line {@code case Op dtype key=value …}, then for each run or output a line
 * {@code run crc=C i=bits …}: the CRC-32 of all little-endian bytes and the bits of some elements, both hexadecimal.
 */
final class GoldenFile {
    private final List<String> lines = new ArrayList<>();

    void addCase(String op, DataType type, String keys) {
        lines.add("case " + op + " " + type + " " + keys);
    }

    /** The elements of one output. */
    void addRun(byte[] bytes, DataType type) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "run crc=%08x", crc.getValue()));
        int size = Tf.size(type);
        int count = bytes.length / size;
        TreeSet<Integer> shown = new TreeSet<>();
        for (int i = 0; i < Math.min(10, count); i++) {
            shown.add(i);
        }
        for (int i = 1; i <= 6; i++) {
            shown.add((count - 1) * i / 6);
        }
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i : shown) {
            line.append(' ').append(i).append('=').append(switch (size) {
                case 2 -> String.format(Locale.ROOT, "%04x", data.getShort(2 * i) & 0xffff);
                case 4 -> String.format(Locale.ROOT, "%08x", data.getInt(4 * i));
                default -> String.format(Locale.ROOT, "%016x", data.getLong(8 * i));
            });
        }
        lines.add(line.toString());
    }

    void write(Path path) throws IOException {
        Files.write(path, lines);
    }
}
