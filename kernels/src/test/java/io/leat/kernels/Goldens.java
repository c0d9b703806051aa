package io.leat.kernels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What TensorFlow gave; the files and their format come from {@code tools/golden}. */
final class Goldens {
    private Goldens() {}

    /** One run or output: the CRC-32 of all bytes, and the bits of some elements. */
    record Run(int crc, Map<Integer, Long> bits) {}

    record Case(String op, String dtype, Map<String, String> keys, List<Run> runs) {
        long number(String key) {
            return Long.parseLong(text(key));
        }

        int n(String key) {
            return (int) number(key);
        }

        boolean flag(String key) {
            return Boolean.parseBoolean(text(key));
        }

        int[] ints(String key) {
            return Stream.of(text(key).split(",", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }

        double[] reals(String key) {
            String[] parts = text(key).split(",", -1);
            double[] reals = new double[parts.length];
            for (int i = 0; i < reals.length; i++) {
                reals[i] = Float.parseFloat(parts[i]);
            }
            return reals;
        }

        String text(String key) {
            return Objects.requireNonNull(keys.get(key), key);
        }

        @Override
        public String toString() {
            return op + " " + dtype + " " + keys;
        }
    }

    static List<Case> read(String file) {
        try (InputStream in = Objects.requireNonNull(Goldens.class.getResourceAsStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Case> cases = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("case")) {
                    cases.add(new Case(words[1], words[2], pairs(words, 3), new ArrayList<>()));
                } else {
                    Map<Integer, Long> bits = new TreeMap<>();
                    pairs(words, 2).forEach((i, hex) -> bits.put(Integer.parseInt(i), Long.parseUnsignedLong(hex, 16)));
                    int crc = Integer.parseUnsignedInt(words[1].substring("crc=".length()), 16);
                    cases.getLast().runs().add(new Run(crc, bits));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> pairs(String[] words, int from) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = from; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            pairs.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return pairs;
    }
}
