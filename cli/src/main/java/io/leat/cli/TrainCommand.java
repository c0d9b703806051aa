package io.leat.cli;

import io.leat.tensor.InvalidArgumentException;
import io.leat.train.Adagrad;
import io.leat.train.Adam;
import io.leat.train.Dataset;
import io.leat.train.Digits;
import io.leat.train.GradientDescent;
import io.leat.train.Mnist;
import io.leat.train.Momentum;
import io.leat.train.Optimizer;
import io.leat.train.RMSProp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leat train}: teaches a network to tell images apart. */
@Command(
        name = "train",
        description = {
            "Trains a network on images: MNIST, sets of that format, or digits that the program draws itself.",
            "Writes checkpoints, event files for TensorBoard, a SavedModel, a frozen graph and a picture of the course.",
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        footer = {
            "",
            "Examples:",
            "  leat train                                   a convolutional network on drawn digits",
            "  leat train --data mnist --epochs 5           on MNIST's four files in folder mnist, gzip or not",
            "  leat train --model mlp --optimizer momentum --rate 0.05 --batch 32",
        })
final class TrainCommand implements Callable<Integer> {
    private enum Method {
        SGD,
        MOMENTUM,
        ADAM,
        ADAGRAD,
        RMSPROP
    }

    private static final int DRAWN_FOR_TRAINING = 6000;
    private static final int DRAWN_FOR_TEST = 1000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A folder with train-images-idx3-ubyte, train-labels-idx1-ubyte and t10k-..., gzip or not.")
    private @Nullable Path data;

    @Option(
            names = "--model",
            paramLabel = "KIND",
            defaultValue = "CNN",
            description = "softmax, mlp (one hidden layer) or cnn (two convolutions).")
    private Network.Kind model;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "5", description = "Passes over the data.")
    private int epochs;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "32", description = "Examples in a step.")
    private int batch;

    @Option(
            names = "--rate",
            paramLabel = "X",
            description = "The learning rate; by default 0.001 for adam and rmsprop, 0.05 for the others.")
    private @Nullable Double rate;

    @Option(
            names = "--optimizer",
            paramLabel = "METHOD",
            defaultValue = "ADAM",
            description = "sgd, momentum, adam, adagrad or rmsprop.")
    private Method method;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "For initial values and order; the same seed gives the same network.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "leat-out", description = "Where results go.")
    private Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many threads may work; 0 for all processors.")
    private int threads;

    @Option(names = "--limit", paramLabel = "N", description = "Trains with the first N examples only.")
    private @Nullable Integer limit;

    @Override
    public Integer call() throws IOException {
        Numbers.positive(epochs, "--epochs");
        Numbers.positive(batch, "--batch");
        Dataset training = data == null ? Digits.train(DRAWN_FOR_TRAINING) : Mnist.train(data);
        Dataset test = data == null ? Digits.test(DRAWN_FOR_TEST) : Mnist.test(data);
        if (limit != null) {
            training = training.take(Numbers.positive(limit, "--limit"));
        }
        if (training.size() == 0 || test.size() == 0) {
            throw new InvalidArgumentException("there are no examples");
        }
        String name = model.name().toLowerCase(java.util.Locale.ROOT);
        var settings = new Training.Settings(model, epochs, batch, seed, Numbers.options(threads));
        var run = new Training(
                settings,
                optimizer(),
                training,
                test,
                folder(name),
                spec.commandLine().getOut(),
                Progress.isTerminal());
        run.run(data == null ? "drawn digits" : String.valueOf(data));
        return 0;
    }

    /** A new folder within {@link #out}. */
    private Path folder(String name) throws IOException {
        Files.createDirectories(out);
        int i = 1;
        while (Files.exists(out.resolve(name + "-" + i))) {
            i++;
        }
        return Files.createDirectory(out.resolve(name + "-" + i));
    }

    private Optimizer optimizer() {
        if (rate != null && !(rate > 0)) {
            throw new InvalidArgumentException("--rate must be positive, not " + rate);
        }
        double small = rate == null ? 0.001 : rate;
        double large = rate == null ? 0.05 : rate;
        return switch (method) {
            case SGD -> GradientDescent.rate(large);
            case MOMENTUM -> Momentum.rate(rate == null ? 0.01 : rate);
            case ADAM -> Adam.rate(small);
            case ADAGRAD -> Adagrad.rate(large);
            case RMSPROP -> RMSProp.rate(small);
        };
    }
}
