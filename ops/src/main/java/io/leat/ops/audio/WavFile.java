package io.leat.ops.audio;

import io.leat.tensor.InvalidArgumentException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The samples of a WAV file of 16 bit PCM. */
final class WavFile {
    private static final int HEADER = 44;

    final int sampleRate;
    final int channels;

    /** Sample by sample, within each channel by channel. */
    final short[] samples;

    WavFile(int sampleRate, int channels, short[] samples) {
        this.sampleRate = sampleRate;
        this.channels = channels;
        this.samples = samples;
    }

    static WavFile read(byte[] file) {
        try {
            return parse(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException e) {
            throw new InvalidArgumentException("Data too short when trying to read string", null, e);
        }
    }

    private static String tag(ByteBuffer in) {
        byte[] b = new byte[4];
        in.get(b);
        return new String(b, StandardCharsets.ISO_8859_1);
    }

    private static void expect(ByteBuffer in, String tag) {
        String found = tag(in);
        if (!found.equals(tag)) {
            throw new InvalidArgumentException("Header mismatch: Expected " + tag + " but found " + found);
        }
    }

    private static WavFile parse(ByteBuffer in) {
        expect(in, "RIFF");
        in.getInt();
        expect(in, "WAVE");
        expect(in, "fmt ");
        int formatSize = in.getInt();
        if (formatSize != 16 && formatSize != 18) {
            throw new InvalidArgumentException(
                    "Bad format chunk size for WAV: Expected 16 or 18, but got" + Integer.toUnsignedString(formatSize));
        }
        int format = in.getShort() & 0xffff;
        if (format != 1) {
            throw new InvalidArgumentException("Bad audio format for WAV: Expected 1 (PCM), but got" + format);
        }
        int channels = in.getShort() & 0xffff;
        int rate = in.getInt();
        int bytesPerSecond = in.getInt();
        int bytesPerSample = in.getShort() & 0xffff;
        int bits = in.getShort() & 0xffff;
        if (bits != 16) {
            throw new InvalidArgumentException("Can only read 16-bit WAV files, but received " + bits);
        }
        if (bytesPerSample != channels * 2 || channels == 0) {
            throw new InvalidArgumentException(
                    "Bad bytes per sample in WAV header: Expected " + channels * 2 + " but got " + bytesPerSample);
        }
        if (bytesPerSecond != bytesPerSample * rate) {
            throw new InvalidArgumentException("Bad bytes per second in WAV header: Expected "
                    + bytesPerSample * rate + " but got " + bytesPerSecond + " (sample_rate=" + rate
                    + ", bytes_per_sample=" + bytesPerSample + ")");
        }
        if (formatSize == 18) {
            in.getShort();
        }
        while (in.hasRemaining()) {
            String chunk = tag(in);
            long size = Integer.toUnsignedLong(in.getInt());
            if (size > in.remaining()) {
                throw new InvalidArgumentException("Data too short when trying to read string");
            }
            if (chunk.equals("data")) {
                short[] samples = new short[(int) (size / bytesPerSample) * channels];
                in.asShortBuffer().get(samples);
                return new WavFile(rate, channels, samples);
            }
            in.position(in.position() + (int) size);
        }
        throw new InvalidArgumentException("No data chunk found in WAV");
    }

    byte[] bytes() {
        int size = samples.length * 2;
        var out = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(HEADER - 8 + size);
        out.put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(16);
        out.putShort((short) 1).putShort((short) channels).putInt(sampleRate);
        out.putInt(sampleRate * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
        out.put("data".getBytes(StandardCharsets.ISO_8859_1)).putInt(size);
        for (short s : samples) {
            out.putShort(s);
        }
        return out.array();
    }
}
