package io.leat.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * The command's error stream.
 *
 * <p>The JVM writes one line about the incubating vector module to descriptor 2 before any code runs, and no option
 * keeps it from that. The launcher {@code ./leat} therefore puts a filter there, and names in the property
 * {@code leat.cli.stderr} the descriptor that holds the real error stream.
 */
final class ErrorStream {
    private ErrorStream() {}

    /**
     * Sends {@code System.err} to the descriptor that the launcher names. Needs the package {@code java.io} open to this
     * module, as the launcher opens it; where it is not, the filtered stream stays, which loses nothing.
     */
    static void open() {
        var descriptor = Integer.getInteger("leat.cli.stderr");
        if (descriptor == null || !FileDescriptor.class.getModule().isOpen("java.io", ErrorStream.class.getModule())) {
            return;
        }
        try {
            var constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            var out = new FileOutputStream(constructor.newInstance(descriptor));
            System.setErr(new PrintStream(out, true, System.err.charset()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot write to descriptor " + descriptor, e);
        }
    }
}
