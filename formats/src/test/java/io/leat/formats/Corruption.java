package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.leat.tensor.LeatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Spoils files, byte by byte, and checks that reading them ends in one of Leat's errors or in none. */
public final class Corruption {
    private Corruption() {}

    /** What reads a file. */
    @FunctionalInterface
    public interface Reading {
        void run() throws IOException;
    }

    /**
     * Cuts {@code file} off at every length, and changes each of its bytes in several ways.
     *
     * @return of the readings, how many ended in an error
     */
    public static int everywhere(Path file, Reading reading) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int failed = 0;
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            failed += fails(reading, "cut off at " + length) ? 1 : 0;
        }
        for (int i = 0; i < whole.length; i++) {
            for (int flip : new int[] {1, 0x80}) {
                byte[] changed = whole.clone();
                changed[i] ^= (byte) flip;
                Files.write(file, changed);
                failed += fails(reading, "byte " + i + " ^ " + flip) ? 1 : 0;
            }
        }
        Files.write(file, whole);
        assertThat(fails(reading, "as it was")).isFalse();
        return failed;
    }

    private static boolean fails(Reading reading, String how) {
        try {
            reading.run();
            return false;
        } catch (LeatException e) {
            assertThat(e.getMessage()).isNotBlank();
            return true;
        } catch (IOException | RuntimeException | Error e) {
            return fail(how, e);
        }
    }
}
