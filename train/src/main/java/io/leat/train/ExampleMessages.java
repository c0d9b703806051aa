package io.leat.train;

import io.leat.formats.Examples;
import io.leat.ops.io.ExampleIo;
import io.leat.tensor.Tensor;
import java.util.Map;

/** The parsing ops on the messages of {@code formats}. */
public final class ExampleMessages implements ExampleIo {
    @Override
    public Map<String, Tensor> parse(byte[] message) {
        return Examples.parse(message);
    }
}
