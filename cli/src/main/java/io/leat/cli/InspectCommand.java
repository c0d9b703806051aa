package io.leat.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leat inspect}: what a model wants, gives and needs. */
@Command(
        name = "inspect",
        description = "Shows a model's signatures, inputs, outputs, size and ops, and whether Leat has them all.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  leat inspect frozen.pb",
            "  leat inspect saved_model_folder --nodes",
        })
final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            description = "A frozen graph (.pb, .pbtxt), a MetaGraph (.meta) or the folder of a SavedModel.")
    private Path model;

    @Option(names = "--nodes", description = "Also lists all nodes.")
    private boolean nodes;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (Description d : Description.read(model)) {
            d.print(out, nodes);
        }
        out.flush();
        return 0;
    }
}
