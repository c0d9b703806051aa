package io.leat.formats;

import io.leat.formats.bytes.Disk;
import io.leat.formats.checkpoint.BundleWriter;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a checkpoint of version 2 as TensorFlow writes it: {@code prefix.index} and {@code
 * prefix.data-00000-of-00001}.
 *
 * <pre>{@code
 * try (var writer = CheckpointWriter.create(prefix)) {
 *     writer.add("w", w);
 *     writer.finish();
 * }
 * }</pre>
 *
 * Until {@link #finish} returns, everything is in temporary files beside the prefix. Whatever happens before (a full
 * disk, an exception, the end of the process), a checkpoint that stood at the prefix stays whole and readable; there is
 * one step, after which the new one stands there instead.
 */
public final class CheckpointWriter implements AutoCloseable {
    private final BundleWriter bundle;

    private CheckpointWriter(BundleWriter bundle) {
        this.bundle = bundle;
    }

    /**
     * @param prefix the checkpoint's path without {@code .index}; its folder must exist
     */
    public static CheckpointWriter create(Path prefix) throws IOException {
        return create(prefix, Disk.REAL);
    }

    static CheckpointWriter create(Path prefix, Disk disk) throws IOException {
        return new CheckpointWriter(new BundleWriter(prefix, disk));
    }

    /**
     * Appends a tensor.
     *
     * @throws io.leat.tensor.InvalidArgumentException if there is one of that name, or the name is empty
     * @throws io.leat.tensor.UnimplementedException for resource and variant tensors
     */
    public void add(String name, Tensor tensor) throws IOException {
        bundle.add(name, tensor);
    }

    /**
     * Appends a part of a partitioned tensor; the parts together should cover it.
     *
     * @param shape of the whole tensor
     * @param part with the shape of the slice
     * @throws io.leat.tensor.InvalidArgumentException if the shapes or dtypes do not fit, or the slice is there already
     */
    public void addSlice(String name, Shape shape, TensorSlice slice, Tensor part) throws IOException {
        bundle.addSlice(name, shape, slice, part);
    }

    /** Puts the checkpoint in its place. Nothing can be added afterwards. */
    public void finish() throws IOException {
        bundle.finish();
    }

    /** Removes the temporary files; without {@link #finish}, nothing else was written. */
    @Override
    public void close() throws IOException {
        bundle.close();
    }
}
