package org.chartroom.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a type that holds protected health information: its {@code toString()} goes through {@link Redacted}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Phi {}
