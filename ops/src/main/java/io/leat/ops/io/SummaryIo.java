package io.leat.ops.io;

import io.leat.tensor.UnimplementedException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Makes TensorFlow's {@code Summary} messages. The module of the ops knows no file formats: an implementation is found by
 * {@link ServiceLoader}.
 */
public interface SummaryIo {
    /** A message with a number under each tag. */
    byte[] scalars(List<String> tags, float[] values);

    /** A message with the distribution of {@code values}, which are all finite. */
    byte[] histogram(String tag, double[] values);

    /**
     * One message with the values of all.
     *
     * @throws InvalidArgumentException if a tag occurs twice, or bytes are no message
     */
    byte[] merge(List<byte[]> messages);

    /** @throws UnimplementedException if there is no implementation */
    static SummaryIo find() {
        return Holder.FOUND.orElseThrow(() -> new UnimplementedException("no module that writes summaries is there"));
    }

    /** Looked up once. */
    final class Holder {
        private static final Optional<SummaryIo> FOUND = ServiceLoader.load(
                        SummaryIo.class, SummaryIo.class.getClassLoader())
                .findFirst();

        private Holder() {}
    }
}
