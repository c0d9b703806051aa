package io.leat.ops.strings;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The runs of {@code ngram_widths} strings of each row of a ragged tensor, joined by {@code separator}, width by width;
 * {@code pad_width} strings, or -1 for as many as the width allows, stand before and after each row.
 */
@OpSpec("StringNGrams(data: string, data_splits: Tsplits) -> (ngrams: string, ngrams_splits: Tsplits); "
        + "separator: string; ngram_widths: list(int) >= 0; left_pad: string; right_pad: string; pad_width: int; "
        + "preserve_short_sequences: bool; Tsplits: {int32, int64} = DT_INT64")
public final class StringNGrams extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 1);
        c.output(0, Shape.of(Shape.ANY));
        c.output(1, c.shape(1, 1));
    }

    @Override
    protected void compute(Compute c) {
        byte[][] data = Raw.strings(c.input(0));
        long[] splits = c.integers(1);
        long[] widths = c.attrs().integers("ngram_widths");
        check(data.length, splits);
        List<byte[]> all = new ArrayList<>();
        Elements out = Elements.allocate(c.outputDType(1), c.shape(1));
        for (int row = 0; row + 1 < splits.length; row++) {
            List<byte[]> words = Arrays.asList(data).subList((int) splits[row], (int) splits[row + 1]);
            int before = all.size();
            for (long width : widths) {
                if (width < 1) {
                    throw new InvalidArgumentException("ngram_widths must contain positive values");
                }
                grams(c.attrs(), words, width, all);
            }
            if (c.attrs().bool("preserve_short_sequences") && all.size() == before && !words.isEmpty()) {
                long pad = Math.max(0, c.attrs().integer("pad_width"));
                grams(c.attrs(), words, words.size() + 2 * pad, all);
            }
            out.setInteger(row + 1, all.size());
        }
        Elements grams = Elements.allocate(DType.STRING, Shape.of(all.size()));
        for (int i = 0; i < all.size(); i++) {
            grams.setString(i, all.get(i));
        }
        c.output(0, grams.tensor());
        c.output(1, out.tensor());
    }

    private static void check(int n, long[] splits) {
        if (splits.length == 0) {
            return;
        }
        if (splits[0] != 0) {
            throw new InvalidArgumentException("First split value must be 0, got " + splits[0]);
        }
        for (int i = 1; i < splits.length; i++) {
            if (splits[i] < splits[i - 1] || splits[i] > n) {
                throw new InvalidArgumentException(
                        "Invalid split value " + splits[i] + ", must be in [" + splits[i - 1] + ", " + n + "]");
            }
        }
        if (splits[splits.length - 1] != n) {
            throw new InvalidArgumentException(
                    "Last split value must be data size. Expected " + n + ", got " + splits[splits.length - 1]);
        }
    }

    private static void grams(Attrs attrs, List<byte[]> words, long width, List<byte[]> out) {
        long wanted = attrs.integer("pad_width");
        long pad = wanted < 0 ? width - 1 : Math.min(wanted, width - 1);
        byte[] separator = attrs.text("separator").getBytes(StandardCharsets.UTF_8);
        byte[] left = attrs.text("left_pad").getBytes(StandardCharsets.UTF_8);
        byte[] right = attrs.text("right_pad").getBytes(StandardCharsets.UTF_8);
        for (long from = -pad; from + width <= words.size() + pad; from++) {
            var gram = new ByteArrayOutputStream();
            for (long i = from; i < from + width; i++) {
                if (i > from) {
                    gram.writeBytes(separator);
                }
                gram.writeBytes(i < 0 ? left : i >= words.size() ? right : words.get((int) i));
            }
            out.add(gram.toByteArray());
        }
    }
}
