package org.chartroom.provider.application.out;

import org.chartroom.provider.domain.Token;

/** Makes tokens that nobody can guess. */
@FunctionalInterface
public interface TokenGenerator {

    Token next();
}
