/**
 * What can be seen of the nine tables: which columns, how they may be sorted and filtered. It is a closed list, held against
 * the live schema by a test, so that nothing which is not on it is ever asked for. Nothing is changed here, and no password
 * hash is known. Start at {@link org.chartroom.studio.domain.ClinicTable}.
 */
@NullMarked
package org.chartroom.studio.domain;

import org.jspecify.annotations.NullMarked;
