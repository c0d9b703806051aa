package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** A service is unavailable for the moment. */
public final class UnavailableException extends LeatException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String reason) {
        this(reason, null, null);
    }

    public UnavailableException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.UNAVAILABLE, reason, site, cause);
    }
}
