/**
 * The demo clinic that {@code db seed} puts into an empty database: one provider and five invented patients whose charts
 * hold together clinically. It refuses to change anything that is there already, and nothing outside it may come to
 * depend on what its patients are called or suffer from. Start at {@link org.chartroom.bootstrap.demo.DemoClinic} for
 * the content, at {@link org.chartroom.bootstrap.demo.DemoSeed} for the seeding; each patient is a class.
 */
@NullMarked
package org.chartroom.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
