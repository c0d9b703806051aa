package io.leat.formats;

import io.leat.formats.bytes.Disk;
import io.leat.formats.bytes.StreamElements;
import io.leat.formats.numpy.NpyHeader;
import io.leat.formats.numpy.NpyReader;
import io.leat.formats.numpy.NpyType;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's arrays: {@code npy} files with one, {@code npz} archives with several by name.
 *
 * <p>Reads versions 1 to 3, either byte order, C and Fortran order. Byte strings and Unicode strings become {@link
 * DType#STRING} (UTF-8). Pickled objects and records are refused.
 */
public final class Npy {
    /** No deflated data expand more. */
    private static final long MAX_DEFLATE_RATIO = 1040;

    private Npy() {}

    /**
     * Reads an npy file.
     *
     * @throws NotFoundException if there is no such file
     * @throws io.leat.tensor.DataLossException if it is corrupt
     * @throws InvalidArgumentException for a dtype that is not supported
     */
    public static Tensor read(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return new NpyReader(in, path.toString(), Files.size(path)).read();
        } catch (NoSuchFileException e) {
            throw new NotFoundException(path + "; No such file or directory", null, e);
        }
    }

    /** Reads all arrays of an npz archive, in the archive's order. Throws what {@link #read} throws. */
    public static Map<String, Tensor> readArchive(Path path) throws IOException {
        var tensors = new LinkedHashMap<String, Tensor>();
        try (var zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                String source = path + "/" + name;
                long bound = entry.getMethod() == ZipEntry.STORED
                        ? entry.getCompressedSize()
                        : Math.min(entry.getCompressedSize(), Files.size(path)) * MAX_DEFLATE_RATIO + 64;
                try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
                    Tensor t = new NpyReader(in, source, bound).read();
                    tensors.put(name.endsWith(".npy") ? name.substring(0, name.length() - 4) : name, t);
                }
            }
        } catch (NoSuchFileException e) {
            throw new NotFoundException(path + "; No such file or directory", null, e);
        } catch (ZipException | EOFException | IllegalArgumentException e) { // the last for a name that is no text
            throw new io.leat.tensor.DataLossException(path + ": a corrupt archive: " + e.getMessage(), null, e);
        }
        return tensors;
    }

    /** Writes an npy file of version 1; a file that was there is replaced in one step. */
    public static void write(Path path, Tensor tensor) throws IOException {
        Path temporary = Disk.temporary(path);
        try {
            try (OutputStream out = Disk.REAL.create(temporary)) {
                write(out, tensor);
            }
            Disk.REAL.move(temporary, path);
        } finally {
            Disk.REAL.deleteIfExists(temporary);
        }
    }

    /** Writes an uncompressed npz archive; a file that was there is replaced in one step. */
    public static void writeArchive(Path path, Map<String, Tensor> tensors) throws IOException {
        Path temporary = Disk.temporary(path);
        try {
            try (var zip = new ZipOutputStream(Disk.REAL.create(temporary))) {
                zip.setLevel(0);
                for (var entry : tensors.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey() + ".npy"));
                    OutputStream out = new BufferedOutputStream(zip);
                    write(out, entry.getValue());
                    out.flush();
                    zip.closeEntry();
                }
            }
            Disk.REAL.move(temporary, path);
        } finally {
            Disk.REAL.deleteIfExists(temporary);
        }
    }

    /**
     * Appends an array in npy format. Strings are written as byte strings.
     *
     * @throws InvalidArgumentException for resources and variants, and for strings with a zero at the end, which NumPy
     *     would drop
     */
    public static void write(OutputStream out, Tensor tensor) throws IOException {
        int width = 1;
        if (tensor.dtype() == DType.STRING) {
            for (byte[] s : Raw.strings(tensor)) {
                if (s.length > 0 && s[s.length - 1] == 0) {
                    throw new InvalidArgumentException("a string that ends in a zero has no npy form");
                }
                width = Math.max(width, s.length);
            }
        }
        String descr = tensor.dtype() == DType.STRING ? "|S" + width : NpyType.descr(tensor.dtype());
        String text = new NpyHeader(descr, false, tensor.shape()).text();
        int padded = (10 + text.length() + 1 + 63) / 64 * 64 - 10; // the elements start at a multiple of 64
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) padded, (byte) (padded >> 8)});
        out.write((text + " ".repeat(padded - text.length() - 1) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        if (tensor.dtype() == DType.STRING) {
            for (byte[] s : Raw.strings(tensor)) {
                out.write(Arrays.copyOf(s, width));
            }
        } else {
            StreamElements.write(out, Raw.array(tensor));
        }
    }
}
