package io.leat.cli;

import io.leat.formats.EventWriter;
import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.runtime.Feeds;
import io.leat.runtime.Fetches;
import io.leat.runtime.Prepared;
import io.leat.runtime.Session;
import io.leat.runtime.SessionOptions;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.train.Accuracy;
import io.leat.train.Dataset;
import io.leat.train.FrozenGraphs;
import io.leat.train.Iteration;
import io.leat.train.Mean;
import io.leat.train.ModelExport;
import io.leat.train.Optimizer;
import io.leat.train.Saver;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One training from the first step to the files that it leaves. */
final class Training {
    /** What does not depend on the data. */
    record Settings(Network.Kind kind, int epochs, int batch, long seed, SessionOptions options) {}

    private static final int TEST_BATCH = 200;
    private static final int READ_AHEAD = 4;

    private final Settings settings;
    private final Dataset training;
    private final Dataset test;
    private final Path folder;
    private final PrintWriter out;
    private final boolean terminal;
    private final Network network;
    private final Curve curve;

    Training(
            Settings settings,
            Optimizer optimizer,
            Dataset training,
            Dataset test,
            Path folder,
            PrintWriter out,
            boolean terminal) {
        this.settings = settings;
        this.training = training;
        this.test = test;
        this.folder = folder;
        this.out = out;
        this.terminal = terminal;
        Shape image = training.open().next().getFirst().shape();
        int classes = classes(training);
        this.network = Network.build(settings.kind(), image, classes, settings.seed(), optimizer);
        this.curve = new Curve(settings.kind() + " with " + optimizer.name());
    }

    private static int classes(Dataset data) {
        int max = 0;
        for (List<Tensor> example : data) {
            max = Math.max(max, example.getLast().scalarInt());
        }
        return Math.max(10, max + 1);
    }

    void run(String source) throws IOException {
        out.printf(
                Locale.ROOT,
                "Training %s on %,d examples of %s, testing on %,d%n",
                settings.kind().name().toLowerCase(Locale.ROOT),
                training.size(),
                source,
                test.size());
        out.flush();
        try (Session session = Session.open(network.graph(), settings.options());
                EventWriter events = EventWriter.open(folder.resolve("events"))) {
            session.run(network.graph().initializer());
            events.graph(network.graph());
            Saver saver = Saver.of(network.graph());
            Prepared<List<Tensor>> step = session.prepare(
                    Feeds.of(network.images(), network.labels()),
                    Fetches.list(network.loss(), network.logits()),
                    network.train());
            Prepared<List<Tensor>> look = session.prepare(
                    Feeds.of(network.images(), network.labels()), Fetches.list(network.loss(), network.logits()));
            long steps = 0;
            Path checkpoint = folder;
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                steps = epoch(epoch, step, look, events, steps);
                checkpoint = saver.save(session, folder.resolve("checkpoints").resolve("model"), steps);
            }
            write(session, checkpoint, events);
        }
    }

    private long epoch(
            int epoch, Prepared<List<Tensor>> step, Prepared<List<Tensor>> look, EventWriter events, long before)
            throws IOException {
        String label = "Epoch " + (epoch + 1) + "/" + settings.epochs();
        var progress = new Progress(out, terminal, label, training.size());
        var loss = new Mean();
        var accuracy = new Accuracy();
        var recent = new Mean();
        var recentAccuracy = new Accuracy();
        long steps = before;
        long done = 0;
        Dataset batches =
                training.shuffle(settings.seed()).batch(settings.batch()).prefetch(READ_AHEAD);
        long pointEvery = Math.max(1, training.size() / settings.batch() / 20);
        try (Iteration it = batches.open(epoch)) {
            while (it.hasNext()) {
                List<Tensor> b = it.next();
                List<Tensor> r = step.call(b.get(0), b.get(1));
                double l = r.getFirst().scalarFloat();
                if (!Double.isFinite(l)) {
                    throw new FailedPreconditionException(
                            "the loss is " + l + " at step " + steps + ": try a smaller --rate");
                }
                long n = b.getLast().size();
                loss.add(l, n);
                recent.add(l, n);
                accuracy.add(r.getLast(), b.getLast());
                recentAccuracy.add(r.getLast(), b.getLast());
                done += n;
                steps++;
                if (steps % pointEvery == 0) {
                    curve.training(epoch + (double) done / training.size(), recent.value(), recentAccuracy.value());
                    events.scalar("train/loss", steps, (float) recent.value());
                    events.scalar("train/accuracy", steps, (float) recentAccuracy.value());
                    recent.reset();
                    recentAccuracy.reset();
                }
                progress.update(done, loss.value(), accuracy.value());
            }
        }
        double seconds = progress.seconds();
        var testLoss = new Mean();
        var testAccuracy = new Accuracy();
        test(look, testLoss, testAccuracy);
        curve.held(epoch + 1, testLoss.value(), testAccuracy.value());
        events.scalar("test/loss", steps, (float) testLoss.value());
        events.scalar("test/accuracy", steps, (float) testAccuracy.value());
        events.flush();
        progress.end(String.format(
                Locale.ROOT,
                "%s: loss %.4f  accuracy %.4f  held-out loss %.4f  accuracy %.4f  %,.0f examples/s  %s",
                label,
                loss.value(),
                accuracy.value(),
                testLoss.value(),
                testAccuracy.value(),
                done / seconds,
                Progress.time(seconds)));
        return steps;
    }

    private void test(Prepared<List<Tensor>> look, Mean loss, Accuracy accuracy) {
        try (Iteration it = test.batch(TEST_BATCH).prefetch(READ_AHEAD).open()) {
            while (it.hasNext()) {
                List<Tensor> b = it.next();
                List<Tensor> r = look.call(b.get(0), b.get(1));
                loss.add(r.getFirst().scalarFloat(), b.getLast().size());
                accuracy.add(r.getLast(), b.getLast());
            }
        }
    }

    private void write(Session session, Path checkpoint, EventWriter events) throws IOException {
        Path picture = folder.resolve("curve.svg");
        curve.write(picture);
        Path frozen = folder.resolve("frozen.pb");
        Graph graph = FrozenGraphs.freeze(session, List.of(network.probabilities()));
        GraphDefs.write(graph, frozen);
        Path model = folder.resolve("model");
        ModelExport.write(
                session, model, Map.of("images", network.images()), Map.of("probabilities", network.probabilities()));
        Path sample = folder.resolve("sample.png");
        Images.write(sample, test.open().next().getFirst());
        out.println("Wrote");
        out.println("  SavedModel    " + model);
        out.println("  frozen graph  " + frozen);
        out.println("  checkpoint    " + checkpoint);
        out.println("  events        " + events.path() + "  (tensorboard --logdir " + folder.resolve("events") + ")");
        out.println("  curve         " + picture);
        out.println("  a test image  " + sample);
        out.println("Next");
        out.println("  leat inspect " + model);
        out.println("  leat run " + model + " --feed images=@" + sample + " --image-scale 1/255");
        out.flush();
    }
}
