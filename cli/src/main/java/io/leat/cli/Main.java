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
        description = "Trains and runs TensorFlow graphs on the JVM.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            TrainCommand.class,
            RunCommand.class,
            InspectCommand.class,
            EvaluateCommand.class,
            BenchCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  leat train                                  learn to read digits, in about a minute",
            "  leat inspect model.pb                       what a model wants, gives and needs",
            "  leat run model --feed x=[1,2] --fetch y     run it",
            "  leat bench model                            how long it takes, and where",
            "",
            "leat COMMAND --help tells more.",
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... args) {
        ErrorStream.open();
        System.exit(commandLine().execute(args));
    }

    /** The command with its handling of errors. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler(Failures::failed);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing: train, run, inspect, evaluate or bench");
    }
}
