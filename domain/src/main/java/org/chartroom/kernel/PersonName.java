package org.chartroom.kernel;

/**
 * A person's name.
 *
 * @param firstName 1 to 100 characters, stripped
 * @param lastName  1 to 100 characters, stripped
 */
@Phi
public record PersonName(String firstName, String lastName) {

    public PersonName {
        var wrong = new Violations();
        firstName = wrong.line("firstName", firstName, Violations.NAME);
        lastName = wrong.line("lastName", lastName, Violations.NAME);
        wrong.refuse();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
