package io.leat.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One step of a benchmark graph: a run of inference, or a step of training. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 1)
public class GraphRun {
    @Param({"mlp_sgd"})
    private String workload = "";

    @Param({"leat", "tensorflow"})
    private String engine = "";

    @Param({"1"})
    private int threads;

    private Engine runner;

    /** Loads the graph, runs its initialiser and checks the answers. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        Workload w = Workload.read(workload);
        runner = engine.equals("leat") ? new LeatEngine(w, threads) : new TensorFlowEngine(w, threads);
        runner.verify(w);
    }

    @TearDown(Level.Trial)
    public void close() {
        runner.close();
    }

    @Benchmark
    public Object step() {
        return runner.step();
    }
}
