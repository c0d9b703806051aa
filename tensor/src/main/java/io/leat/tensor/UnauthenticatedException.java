package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** The caller has no valid credentials. */
public final class UnauthenticatedException extends LeatException {
    private static final long serialVersionUID = 1L;

    public UnauthenticatedException(String reason) {
        this(reason, null, null);
    }

    public UnauthenticatedException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.UNAUTHENTICATED, reason, site, cause);
    }
}
