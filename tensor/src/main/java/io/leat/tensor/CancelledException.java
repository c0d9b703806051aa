package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** The operation was cancelled, typically because its session was closed. */
public final class CancelledException extends LeatException {
    private static final long serialVersionUID = 1L;

    public CancelledException(String reason) {
        this(reason, null, null);
    }

    public CancelledException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.CANCELLED, reason, site, cause);
    }
}
