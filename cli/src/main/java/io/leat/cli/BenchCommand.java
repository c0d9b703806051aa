package io.leat.cli;

import io.leat.Model;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.runtime.Feeds;
import io.leat.runtime.Fetches;
import io.leat.runtime.MachineLimits;
import io.leat.runtime.Prepared;
import io.leat.runtime.Profile;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** {@code leat bench}: how long a model takes, and where. */
@Command(
        name = "bench",
        description = "Times a model and shows where the time goes, against what the machine can do.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        footer = {
            "",
            "Inputs that are not fed get random numbers. A step's floor is the time in which the machine could do its",
            "arithmetic, or move its inputs and outputs through memory, whichever is longer; what stays in the caches",
            "can be below it.",
            "",
            "Examples:",
            "  leat bench frozen.pb --batch 8",
            "  leat bench training.pb --init init --fetch loss --target train_step",
            "  leat bench saved_model --threads 1 --trace trace.json      (open it in ui.perfetto.dev)",
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "A frozen graph or a SavedModel.")
    private Path model;

    @Option(
            names = {"-f", "--feed"},
            paramLabel = "NAME=VALUE",
            description = "A value for a tensor, as leat run takes it.")
    private List<String> feeds = new ArrayList<>();

    @Option(
            names = {"-o", "--fetch"},
            paramLabel = "NAME",
            split = ",",
            description = "A tensor to compute; by default the outputs of the signature.")
    private List<String> fetches = new ArrayList<>();

    @Option(
            names = {"-s", "--signature"},
            paramLabel = "NAME",
            description = "The signature of a SavedModel.")
    private @Nullable String signature;

    @Option(names = "--init", paramLabel = "NODE", description = "A node to run once before.")
    private @Nullable String init;

    @Option(
            names = "--target",
            paramLabel = "NODE",
            description = "A node to run in each run, such as a step of training.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--batch", paramLabel = "N", defaultValue = "1", description = "The size of open dimensions.")
    private int batch;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "5", description = "How long to run.")
    private double seconds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many threads may work; 0 for all processors.")
    private int threads;

    @Option(names = "--top", paramLabel = "N", defaultValue = "15", description = "How many steps to show.")
    private int top;

    @Option(names = "--trace", paramLabel = "FILE", description = "Writes one run in Chrome's trace format.")
    private @Nullable Path trace;

    @Override
    public Integer call() throws IOException {
        Numbers.positive(batch, "--batch");
        Numbers.positive(top, "--top");
        if (!(seconds > 0)) {
            throw new InvalidArgumentException("--seconds must be positive, not " + seconds);
        }
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        try (Model loaded = Model.load(model, Numbers.options(threads))) {
            ModelCall call = ModelCall.choose(loaded, signature, fetches);
            if (call.outputs().isEmpty() && targets.isEmpty()) {
                throw new InvalidArgumentException("nothing to compute: name a tensor with --fetch");
            }
            if (init != null) {
                loaded.session().run(loaded.graph().node(init));
            }
            Map<Output, Tensor> values = new LinkedHashMap<>(call.feeds(feeds, 1));
            for (String name : call.signature().inputs().keySet()) {
                values.computeIfAbsent(call.input(name), in -> RandomFeeds.of(in, batch));
            }
            Prepared<List<Tensor>> prepared = loaded.session()
                    .prepare(
                            new Feeds(List.copyOf(values.keySet())),
                            Fetches.list(List.copyOf(call.outputs().values())),
                            targets.stream().map(loaded.graph()::node).toArray(Node[]::new));
            out.printf(Locale.ROOT, "load        %.1f ms%n", (System.nanoTime() - start) / 1e6);
            Timing timing = Timing.of(prepared, values.values().toArray(Tensor[]::new), seconds);
            timing.print(out, batch);
            MachineLimits limits = loaded.session().machineLimits();
            new StepTable(timing.profiles(), limits).print(out, top);
            if (trace != null) {
                Profile last = timing.profiles().getLast();
                last.writeChromeTrace(trace);
                out.println("trace       " + trace);
            }
            out.flush();
        }
        return 0;
    }
}
