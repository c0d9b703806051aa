package io.leat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user calls them. */
class MainTest {
    @TempDir
    Path folder;

    /** What a command printed, and how it ended. */
    private record Result(int code, String out, String err) {}

    private static Result leat(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new Result(code, out.toString(), err.toString());
    }

    private String graph() throws IOException {
        Path file = folder.resolve("g.pbtxt");
        return Files.writeString(file, """
                node { name: "x" op: "Placeholder" attr { key: "dtype" value { type: DT_FLOAT } }
                  attr { key: "shape" value { shape { dim { size: -1 } dim { size: 2 } } } } }
                node { name: "y" op: "Neg" input: "x" attr { key: "T" value { type: DT_FLOAT } } }
                node { name: "z" op: "LeatLacksThis" input: "x" }
                """).toString();
    }

    @Test
    void runsAGraph() throws IOException {
        Path npy = folder.resolve("y.npy");
        Result r = leat("run", graph(), "--feed", "x=[[1, 2], [3, 4]]", "--fetch", "y", "--out", npy.toString());
        assertThat(r).isEqualTo(new Result(0, "y = float[2,2] [[-1.0 -2.0] [-3.0 -4.0]]" + System.lineSeparator(), ""));
        Result again = leat("run", graph(), "--feed", "x=@" + npy, "--fetch", "y:0");
        assertThat(again.out()).startsWith("y:0 = float[2,2] [[1.0 2.0]");
        assertThat(leat("run", graph(), "--feed", "x=[5,6]", "--fetch", "y").out())
                .as("a missing batch dimension is added")
                .startsWith("y = float[1,2] [[-5.0 -6.0]]");
    }

    @Test
    void runsWarm() throws IOException {
        assertThat(leat("run", graph(), "--feed", "x=[[1,2]]", "--fetch", "y", "--warm")
                        .out())
                .startsWith("y = float[1,2] [[-1.0 -2.0]]")
                .containsPattern("in [0-9.]+ [um]s");
    }

    @Test
    void saysInOneLineWhatIsWrong() throws IOException {
        assertThat(leat("run", graph(), "--feed", "x=[1,2]").err())
                .isEqualTo("leat: Op type not registered: LeatLacksThis. Leat lacks them, and what was asked for needs"
                        + " them." + System.lineSeparator());
        Result r = leat("run", graph(), "--feed", "xx=1", "--fetch", "y");
        assertThat(r.code()).isEqualTo(1);
        assertThat(r.err()).contains("did you mean 'x'?").hasLineCount(1);
        assertThat(leat("run", graph(), "--feed", "x=[[1,2],[3]]", "--fetch", "y")
                        .err())
                .contains("cannot read the value [[1,2],[3]]: rows of different lengths");
        assertThat(leat("run", graph(), "--feed", "x=[1,two]", "--fetch", "y").err())
                .contains("not of type float32");
        assertThat(leat("inspect", "nowhere.pb").err()).contains("nowhere.pb; No such file or directory");
    }

    @Test
    void refusesWrongUsage() {
        assertThat(leat().code()).isEqualTo(2);
        Result r = leat("trian");
        assertThat(r.code()).isEqualTo(2);
        assertThat(r.err()).contains("leat train").contains("--help");
        assertThat(leat("train", "--epochs", "0").err()).contains("--epochs must be positive, not 0");
    }

    @Test
    void inspectsAGraph() throws IOException {
        Result r = leat("inspect", graph(), "--nodes");
        assertThat(r.code()).isZero();
        assertThat(r.out())
                .contains("x: float[?,2]")
                .contains("Leat has all but 1: LeatLacksThis")
                .contains("y = Neg[x:0] -> float[?,2]");
    }

    @Test
    void timesAModel() throws IOException {
        Path trace = folder.resolve("trace.json");
        Result r =
                leat("bench", graph(), "--fetch", "y", "--batch", "3", "--seconds", "0.1", "--trace", trace.toString());
        assertThat(r.err()).isEmpty();
        assertThat(r.out())
                .containsPattern("a run +[0-9.]+ us median")
                .contains("examples/s")
                .containsPattern("machine +[0-9]+ GFLOP/s")
                .containsPattern("100\\.0 .* 1  Map y");
        assertThat(trace).content().contains("\"nodes\":\"y = Neg\"").contains("\"bytes\":48");
        assertThat(leat("bench", graph(), "--fetch", "y", "--seconds", "0").err())
                .contains("--seconds must be positive, not 0");
    }

    /** Ops inside of functions count when the function is called, by name, by attribute or by another function. */
    @Test
    void inspectsFunctions() throws IOException {
        Path file = folder.resolve("functions.pbtxt");
        Files.writeString(file, """
                node { name: "x" op: "Placeholder" attr { key: "dtype" value { type: DT_FLOAT } } }
                node { name: "y" op: "Outer" input: "x" }
                library {
                  function {
                    signature { name: "Outer" input_arg { name: "a" type: DT_FLOAT } output_arg { name: "b" type: DT_FLOAT } }
                    node_def { name: "n" op: "StatefulPartitionedCall" input: "a"
                      attr { key: "Tin" value { list { type: DT_FLOAT } } }
                      attr { key: "Tout" value { list { type: DT_FLOAT } } }
                      attr { key: "f" value { func { name: "Inner" } } } }
                    ret { key: "b" value: "n:output:0" } }
                  function {
                    signature { name: "Inner" input_arg { name: "a" type: DT_FLOAT } output_arg { name: "b" type: DT_FLOAT } }
                    node_def { name: "n" op: "LacksInner" input: "a" }
                    node_def { name: "m" op: "Neg" input: "a" attr { key: "T" value { type: DT_FLOAT } } }
                    ret { key: "b" value: "m:y:0" } }
                  function {
                    signature { name: "Unused" input_arg { name: "a" type: DT_FLOAT } output_arg { name: "b" type: DT_FLOAT } }
                    node_def { name: "n" op: "LacksUnused" input: "a" }
                    ret { key: "b" value: "a" } }
                }
                """);
        Result r = leat("inspect", file.toString());
        assertThat(r.out()).contains("LacksInner").contains("Neg").doesNotContain("LacksUnused");
    }

    @Test
    void trainsAndEvaluates() {
        String out = folder.resolve("out").toString();
        String[] command = {
            "train", "--model", "softmax", "--limit", "300", "--epochs", "2", "--out", out, "--seed", "7"
        };
        Result r = leat(command);
        assertThat(r.err()).isEmpty();
        assertThat(r.out()).contains("Epoch 2/2: loss").doesNotContain("\r");
        Path result = folder.resolve("out/softmax-1");
        assertThat(result.resolve("curve.svg")).content().startsWith("<svg").endsWith("</svg>\n");
        assertThat(result.resolve("checkpoints/checkpoint")).exists();
        Path sample = result.resolve("sample.png");
        for (String model : new String[] {"model", "frozen.pb"}) {
            String path = result.resolve(model).toString();
            assertThat(leat("evaluate", path).out()).containsPattern("accuracy    0\\.\\d+ on 1,000 examples");
            assertThat(leat("run", path, "--feed", "images=@" + sample, "--image-scale", "1/255")
                            .out())
                    .startsWith("probabilities = float[1,10]");
        }
        assertThat(losses(leat(command).out())).as("the same seed").isEqualTo(losses(r.out()));
    }

    private static String losses(String out) {
        return out.lines()
                .filter(l -> l.startsWith("Epoch"))
                .map(l -> l.replaceAll("  [\\d,]+ examples/s.*", ""))
                .toList()
                .toString();
    }
}
