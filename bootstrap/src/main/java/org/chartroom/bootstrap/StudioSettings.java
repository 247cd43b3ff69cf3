package org.chartroom.bootstrap;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The pages on which the tables are looked at; {@link StudioSwitch} decides.
 *
 * @param enabled whether they are served at /studio; where nothing is said, on the embedded database alone
 */
@ConfigurationProperties("chartroom.studio")
record StudioSettings(@Nullable Boolean enabled) {}
