package io.leat.cli;

import io.leat.Model;
import io.leat.formats.ModelSignature;
import io.leat.formats.TensorInfo;
import io.leat.graph.Output;
import io.leat.runtime.Feeds;
import io.leat.runtime.Fetches;
import io.leat.runtime.Prepared;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.train.Accuracy;
import io.leat.train.Dataset;
import io.leat.train.Digits;
import io.leat.train.Iteration;
import io.leat.train.Mnist;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leat evaluate}: how often a model is right. */
@Command(
        name = "evaluate",
        description = "Measures the accuracy of a model on test images, and how many it takes a second.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        footer = {
            "",
            "Examples:",
            "  leat evaluate leat-out/cnn-1/model",
            "  leat evaluate frozen.pb --data mnist --input X --output output --feed keep_prob=1",
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final int DRAWN = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "A frozen graph or a SavedModel.")
    private Path model;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A folder with t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte; by default drawn digits.")
    private @Nullable Path data;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "200", description = "Examples in a run.")
    private int batch;

    @Option(
            names = "--input",
            paramLabel = "NAME",
            description = "Which tensor takes the images, of pixels from 0 to 1; by default the only input.")
    private @Nullable String input;

    @Option(
            names = "--output",
            paramLabel = "NAME",
            description = "Which tensor has the scores; by default the only output.")
    private @Nullable String output;

    @Option(
            names = {"-f", "--feed"},
            paramLabel = "NAME=VALUE",
            description = "A value for another tensor, the same for all images.")
    private List<String> feeds = new ArrayList<>();

    @Option(
            names = {"-s", "--signature"},
            paramLabel = "NAME",
            description = "The signature of a SavedModel.")
    private @Nullable String signature;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many threads may work; 0 for all processors.")
    private int threads;

    @Override
    public Integer call() throws IOException {
        Numbers.positive(batch, "--batch");
        Dataset test = data == null ? Digits.test(DRAWN) : Mnist.test(data);
        try (Model loaded = Model.load(model, Numbers.options(threads))) {
            List<Output> fed = new ArrayList<>();
            List<Tensor> values = new ArrayList<>();
            List<String> others = new ArrayList<>();
            ModelSignature known = known(loaded);
            for (String feed : feeds) {
                FeedOption option = FeedOption.parse(feed);
                Output target = ModelCall.tensor(loaded, known.inputs(), option.name());
                fed.add(target);
                values.add(option.tensor(target, 1));
                others.add(option.name());
            }
            Output images = only(loaded, known.inputs(), input, "--input", others);
            Output scores = only(loaded, known.outputs(), output, "--output", List.of());
            fed.addFirst(images);
            Prepared<Tensor> run = loaded.session().prepare(Feeds.of(fed.toArray(Output[]::new)), Fetches.of(scores));
            measure(test, images, run, values);
        }
        return 0;
    }

    private ModelSignature known(Model loaded) {
        if (signature == null && input != null && output != null) {
            return new ModelSignature(Map.of(), Map.of(), ModelSignature.PREDICT, Map.of());
        }
        return loaded.signature(signature == null ? loaded.defaultSignature() : signature);
    }

    private void measure(Dataset test, Output images, Prepared<Tensor> run, List<Tensor> others) {
        var accuracy = new Accuracy();
        long nanos = 0;
        boolean first = true;
        long timed = 0;
        try (Iteration it = test.batch(batch).prefetch(4).open()) {
            while (it.hasNext()) {
                List<Tensor> b = it.next();
                List<Tensor> values = new ArrayList<>(others);
                values.addFirst(fit(b.getFirst(), images));
                long start = System.nanoTime();
                Tensor scores = run.call(values.toArray(Tensor[]::new));
                if (!first) {
                    nanos += System.nanoTime() - start;
                    timed += b.getLast().size();
                }
                first = false;
                accuracy.add(scores, b.getLast());
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "accuracy    %.4f on %,d examples%n", accuracy.value(), accuracy.total());
        if (timed > 0) {
            out.printf(
                    Locale.ROOT,
                    "throughput  %,.0f examples/s in batches of %d, after the first%n",
                    timed * 1e9 / nanos,
                    batch);
        }
        out.flush();
    }

    /** Images as the model wants them: flat, or without the dimension of channels. */
    private static Tensor fit(Tensor images, Output target) {
        Shape s = target.shape();
        if (!s.hasRank() || s.rank() == images.shape().rank()) {
            return images;
        }
        long n = images.shape().dim(0);
        return switch (s.rank()) {
            case 2 -> images.reshape(Shape.of(n, Shape.ANY));
            case 3 -> images.reshape(Shape.of(n, images.shape().dim(1), Shape.ANY));
            default -> images;
        };
    }

    private static Output only(
            Model loaded, Map<String, TensorInfo> named, @Nullable String name, String option, List<String> others) {
        if (name != null) {
            return ModelCall.tensor(loaded, named, name);
        }
        List<String> left =
                named.keySet().stream().filter(n -> !others.contains(n)).toList();
        if (left.size() != 1) {
            throw new InvalidArgumentException("choose with " + option + " from " + String.join(", ", named.keySet()));
        }
        return ModelCall.tensor(loaded, named, left.getFirst());
    }
}
