package io.leat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code leat} command. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "leat",
        version = "leat 0.1.0-SNAPSHOT",
        description = "Runs TensorFlow graphs on the JVM.",
        mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... args) {
        ErrorStream.open();
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
