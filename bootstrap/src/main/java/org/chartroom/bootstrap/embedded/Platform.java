package org.chartroom.bootstrap.embedded;

import java.util.Properties;

/** What PostgreSQL is built in for. */
enum Platform {
    LINUX_AMD64("linux-amd64", "postgres-linux-x86_64.txz", "C.UTF-8"),
    LINUX_ARM64("linux-arm64", "postgres-linux-arm_64.txz", "C.UTF-8"),
    MACOS_AMD64("macos-amd64", "postgres-darwin-x86_64.txz", "en_US.UTF-8"),
    MACOS_ARM64("macos-arm64", "postgres-darwin-arm_64.txz", "en_US.UTF-8");

    private final String label;
    private final String archive;
    private final String characterClasses;

    Platform(String label, String archive, String characterClasses) {
        this.label = label;
        this.archive = archive;
        this.characterClasses = characterClasses;
    }

    /** @param system {@code os.name} and {@code os.arch} */
    static Platform of(Properties system) {
        String name = system.getProperty("os.name");
        String architecture = system.getProperty("os.arch");
        boolean arm = switch (architecture) {
            case "amd64", "x86_64" -> false;
            case "aarch64", "arm64" -> true;
            default -> throw unsupported(name, architecture);
        };
        if (name.equals("Linux")) {
            return arm ? LINUX_ARM64 : LINUX_AMD64;
        }
        if (name.startsWith("Mac")) {
            return arm ? MACOS_ARM64 : MACOS_AMD64;
        }
        throw unsupported(name, architecture);
    }

    String label() {
        return label;
    }

    /** Resource at the root of the class path. */
    String archive() {
        return archive;
    }

    /**
     * The system's locale that knows every letter, each system's own always-there one. Sorting and case come from
     * PostgreSQL's builtin locale; but pg_trgm asks the system, and under {@code C} drops the É from JOSÉ.
     */
    String characterClasses() {
        return characterClasses;
    }

    private static EmbeddedPostgresException unsupported(String name, String architecture) {
        String advice = name.startsWith("Windows") ? "Run Chartroom in WSL, or name" : "Name";
        return new EmbeddedPostgresException(
                "No PostgreSQL is built in for %s on %s. %s a database of your own with SPRING_DATASOURCE_URL."
                        .formatted(name, architecture, advice));
    }
}
