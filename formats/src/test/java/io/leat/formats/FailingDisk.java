package io.leat.formats;

import io.leat.formats.bytes.Disk;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A disk on which all works for a number of steps, and nothing afterwards: as if it were full, or the process had ended.
 */
final class FailingDisk implements Disk {
    private int steps;

    FailingDisk(int steps) {
        this.steps = steps;
    }

    private void step() throws IOException {
        if (steps-- <= 0) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public OutputStream create(Path path) throws IOException {
        step();
        return new FilterOutputStream(Disk.REAL.create(path)) {
            @Override
            public void write(int b) throws IOException {
                step();
                out.write(b);
            }

            @Override
            public void write(byte[] b, int from, int count) throws IOException {
                step();
                out.write(b, from, count);
            }

            @Override
            public void close() throws IOException {
                step();
                super.close();
            }
        };
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        Disk.REAL.move(from, to);
    }

    @Override
    public void link(Path existing, Path link) throws IOException {
        step();
        Disk.REAL.link(existing, link);
    }

    @Override
    public void deleteIfExists(Path path) throws IOException {
        step();
        Disk.REAL.deleteIfExists(path);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step();
        Disk.REAL.syncFolder(folder);
    }
}
