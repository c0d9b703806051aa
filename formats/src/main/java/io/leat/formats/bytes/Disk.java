package io.leat.formats.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** What safe writing needs of the file system. Tests put a failing disk in its place. */
public interface Disk {
    /** The file system itself. */
    Disk REAL = new Disk() {};

    /** A new file. Closing it returns only when its bytes are on the disk. */
    default OutputStream create(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        return new java.io.BufferedOutputStream(new Synced(file), 1 << 16);
    }

    /** Gives a file another name, in one step, replacing what had that name. */
    default void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Gives a file a second name.
     *
     * @throws UnsupportedOperationException where files cannot have two
     */
    default void link(Path existing, Path link) throws IOException {
        Files.createLink(link, existing);
    }

    default void deleteIfExists(Path path) throws IOException {
        Files.deleteIfExists(path);
    }

    /** Makes the names in a folder durable, where the system can do that. */
    default void syncFolder(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel f = FileChannel.open(folder, StandardOpenOption.READ)) {
                f.force(true);
            }
        }
    }

    /** Replaces a whole file: after a failure the old one is still there. */
    default void replace(Path path, byte[] content) throws IOException {
        Path temporary = temporary(path);
        try {
            try (OutputStream out = create(temporary)) {
                out.write(content);
            }
            move(temporary, path);
        } finally {
            deleteIfExists(temporary);
        }
        syncFolder(folder(path));
    }

    /** A name for a new file beside {@code path}. */
    static Path temporary(Path path) {
        return path.resolveSibling(
                path.getFileName() + ".tempstate" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** The folder that {@code path} lies in. */
    static Path folder(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? path.toAbsolutePath() : folder;
    }

    /** Writes to a file, which it forces to the disk before closing it. */
    final class Synced extends OutputStream {
        private final FileChannel file;

        Synced(FileChannel file) {
            this.file = file;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int from, int count) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(b, from, count);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        }

        @Override
        public void close() throws IOException {
            try (file) {
                if (file.isOpen()) {
                    file.force(true);
                }
            }
        }
    }
}
