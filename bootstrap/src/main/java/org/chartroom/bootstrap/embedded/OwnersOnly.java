package org.chartroom.bootstrap.embedded;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Rights of what holds records: its owner's alone, from the moment it is there. */
final class OwnersOnly {
    static final FileAttribute<?> FILE = attribute("rw-------");
    static final FileAttribute<?> FOLDER = attribute("rwx------");

    private OwnersOnly() {}

    private static FileAttribute<?> attribute(String rights) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
    }
}
