package io.leat.conformance.process;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.StatusCode;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Real TensorFlow in a process of its own, which is started anew when a graph has ended it. */
public final class TensorFlowProcess implements AutoCloseable {
    private static final int MOST_SECONDS = 30;

    private @Nullable Process process;
    private @Nullable DataOutputStream to;
    private @Nullable DataInputStream from;

    /** Loads a GraphDef and runs the node of that name. */
    public Outcome run(byte[] definition, String node) {
        if (process == null) {
            start();
        }
        Process current = Objects.requireNonNull(process);
        var done = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("watch over TensorFlow").start(() -> endUnless(done, current));
        try {
            return ask(definition, node);
        } catch (IOException e) {
            close();
            return Outcome.death("TensorFlow ended");
        } finally {
            done.countDown();
        }
    }

    private static void endUnless(CountDownLatch done, Process p) {
        try {
            if (!done.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                p.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() {
        List<String> command = List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+SuppressFatalErrorMessage",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                TensorFlowChild.class.getName());
        try {
            Process started = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process = started;
            to = new DataOutputStream(new BufferedOutputStream(started.getOutputStream()));
            from = new DataInputStream(new BufferedInputStream(started.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome ask(byte[] definition, String node) throws IOException {
        DataOutputStream request = Objects.requireNonNull(to);
        DataInputStream answer = Objects.requireNonNull(from);
        request.writeInt(definition.length);
        request.write(definition);
        request.writeUTF(node);
        request.flush();
        int code = answer.readInt();
        if (code != 0) {
            return Outcome.failure(code(code), answer.readUTF());
        }
        List<Tensor> outputs = new ArrayList<>();
        for (int n = answer.readInt(); n > 0; n--) {
            outputs.add(tensor(answer));
        }
        return Outcome.of(outputs);
    }

    private static StatusCode code(int number) {
        return Arrays.stream(StatusCode.values())
                .filter(c -> c.number() == number)
                .findAny()
                .orElseThrow();
    }

    private static Tensor tensor(DataInputStream in) throws IOException {
        DType type = DType.ofNumber(in.readInt());
        long[] dims = new long[in.readInt()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = in.readLong();
        }
        Shape shape = Shape.of(dims);
        if (type != DType.STRING) {
            return Tensors.fromBytes(type, shape, in.readNBytes(in.readInt()));
        }
        byte[][] strings = new byte[Math.toIntExact(shape.size())][];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = in.readNBytes(in.readInt());
        }
        return Tensors.strings(shape, strings);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }
}
