package io.leat.cli;

import io.leat.tensor.LeatException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong. With {@code LEAT_DEBUG} set in the environment, also where. */
final class Failures {
    private Failures() {}

    static int usage(ParameterException e, String... args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("leat: " + firstLine(String.valueOf(e.getMessage())));
        if (e instanceof UnmatchedArgumentException unmatched) {
            UnmatchedArgumentException.printSuggestions(unmatched, err);
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    static int failed(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("leat: " + text(e));
        if (System.getenv("LEAT_DEBUG") != null || !(e instanceof LeatException || e instanceof IOException)) {
            e.printStackTrace(err);
        }
        err.flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String text(Exception e) {
        return switch (e) {
            case LeatException l -> firstLine(String.valueOf(l.getMessage()));
            case NoSuchFileException f -> f.getFile() + ": no such file or directory";
            case AccessDeniedException f -> f.getFile() + ": permission denied";
            case FileAlreadyExistsException f -> f.getFile() + ": exists already";
            case IOException io -> firstLine(String.valueOf(io.getMessage()));
            default -> "this is a fault of leat, please report it: " + e;
        };
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
