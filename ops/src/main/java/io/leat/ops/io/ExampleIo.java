package io.leat.ops.io;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Reads TensorFlow's {@code Example} messages. The module of the ops knows no file formats: an implementation is found by
 * {@link ServiceLoader}.
 */
public interface ExampleIo {
    /**
     * The features of a message by name, each a vector of strings, float32 or int64; one without a value is left out.
     *
     * @throws InvalidArgumentException if the bytes are no such message
     */
    Map<String, Tensor> parse(byte[] message);

    /** @throws UnimplementedException if there is no implementation */
    static ExampleIo find() {
        return Holder.FOUND.orElseThrow(() -> new UnimplementedException("no module that reads examples is there"));
    }

    /** Looked up once. */
    final class Holder {
        private static final Optional<ExampleIo> FOUND = ServiceLoader.load(
                        ExampleIo.class, ExampleIo.class.getClassLoader())
                .findFirst();

        private Holder() {}
    }
}
