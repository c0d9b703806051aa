package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** A file, name, key or op does not exist. */
public final class NotFoundException extends LeatException {
    private static final long serialVersionUID = 1L;

    public NotFoundException(String reason) {
        this(reason, null, null);
    }

    public NotFoundException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.NOT_FOUND, reason, site, cause);
    }
}
