package org.chartroom.jdbc;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Leaves every test out but {@link ElsewhereIT}, where the server that they are to run on is missing. */
public final class WhereThereIsAServer implements PostDiscoveryFilter {

    @Override
    public FilterResult apply(TestDescriptor test) {
        return FilterResult.includedIf(isElsewhere(test) || TestServer.missing().isEmpty());
    }

    private static boolean isElsewhere(TestDescriptor test) {
        var name = ElsewhereIT.class.getName();
        return test.getSource()
                .map(source -> switch (source) {
                    case ClassSource type -> type.getClassName().equals(name);
                    case MethodSource method -> method.getClassName().equals(name);
                    default -> false;
                })
                .orElse(false);
    }
}
