package io.leat.cli;

import io.leat.Model;
import io.leat.formats.Npy;
import io.leat.graph.Output;
import io.leat.ir.FileAccess;
import io.leat.runtime.Feeds;
import io.leat.runtime.Fetches;
import io.leat.runtime.Prepared;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leat run}: computes tensors of a model. */
@Command(
        name = "run",
        description = "Runs a model: a frozen graph (.pb, .pbtxt) or the folder of a SavedModel.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A name is that of an input or output of the signature, or of any tensor of the graph (node or node:1).",
            "A value is a number, true or false, a text, or nested lists of them; or @file: an .npy file, a picture,",
            "or, where the model takes strings, the bytes of any file. A missing batch dimension is added.",
            "",
            "Examples:",
            "  leat run half_plus_two --feed x=[1,2,5]",
            "  leat run frozen.pb --feed X=@digit.png --image-scale 1/255 --fetch output --out scores.npy",
            "  leat run keywords.pb --feed wav_data=@yes.wav --fetch labels_softmax",
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "A frozen graph or a SavedModel.")
    private Path model;

    @Option(
            names = {"-f", "--feed"},
            paramLabel = "NAME=VALUE",
            description = "A value for a tensor.")
    private List<String> feeds = new ArrayList<>();

    @Option(
            names = {"-o", "--fetch"},
            paramLabel = "NAME",
            split = ",",
            description = "A tensor to compute; by default the outputs of the signature.")
    private List<String> fetches = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes the results to an .npy file, or several to an .npz file.")
    private @Nullable Path out;

    @Option(
            names = {"-s", "--signature"},
            paramLabel = "NAME",
            description = "The signature of a SavedModel.")
    private @Nullable String signature;

    @Option(
            names = "--image-scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "What the values of pictures, 0 to 255, are multiplied with, such as 1/255.")
    private String imageScale;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many threads may work; by default all processors.")
    private int threads;

    @Option(
            names = "--warm",
            description = "Runs it before, until it is as fast as it gets, and prints the time of a run.")
    private boolean warm;

    @Option(
            names = "--files",
            paramLabel = "FOLDER",
            split = ",",
            description = "The model may read and write files in these folders only, and read those of its own;"
                    + " 'none' for its own alone. By default it may do what you may.")
    private @Nullable List<String> files;

    @Override
    public Integer call() throws IOException {
        double scale = Numbers.fraction(imageScale, "--image-scale");
        try (Model loaded = Model.load(model, Numbers.options(threads).withFiles(access()))) {
            ModelCall call = ModelCall.choose(loaded, signature, fetches);
            Map<Output, Tensor> values = call.feeds(feeds, scale);
            Map<String, Output> wanted = call.outputs();
            if (wanted.isEmpty()) {
                throw new InvalidArgumentException("nothing to compute: name a tensor with --fetch");
            }
            Tensor[] fed = values.values().toArray(Tensor[]::new);
            Prepared<List<Tensor>> prepared = loaded.session()
                    .prepare(new Feeds(List.copyOf(values.keySet())), Fetches.list(List.copyOf(wanted.values())));
            if (warm) {
                prepared.warmUp(fed);
            }
            long start = System.nanoTime();
            List<Tensor> results = prepared.call(fed);
            long nanos = System.nanoTime() - start;
            Map<String, Tensor> byName = new LinkedHashMap<>();
            int i = 0;
            for (String name : wanted.keySet()) {
                byName.put(name, results.get(i++));
            }
            print(byName);
            if (warm) {
                PrintWriter stdout = spec.commandLine().getOut();
                stdout.println("in " + Timing.time(nanos));
                stdout.flush();
            }
        }
        return 0;
    }

    private FileAccess access() {
        if (files == null) {
            return FileAccess.ALL;
        }
        List<Path> folders =
                files.stream().filter(f -> !f.equals("none")).map(Path::of).toList();
        List<Path> reads = new ArrayList<>(folders);
        reads.add(model);
        return new FileAccess(reads, folders);
    }

    private void print(Map<String, Tensor> results) throws IOException {
        PrintWriter stdout = spec.commandLine().getOut();
        results.forEach((name, t) -> stdout.println(name + " = " + t));
        stdout.flush();
        if (out == null) {
            return;
        }
        if (out.toString().endsWith(".npz")) {
            Npy.writeArchive(out, results);
        } else if (results.size() == 1) {
            Npy.write(out, results.values().iterator().next());
        } else {
            throw new InvalidArgumentException("--out " + out + ": several results need an .npz file");
        }
    }
}
