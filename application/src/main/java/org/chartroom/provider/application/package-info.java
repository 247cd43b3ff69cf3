/**
 * Who comes in and who goes: sessions, passwords, a provider's own account, and the accounts as the operator sees them.
 * It knows no patient, and refuses to tell a wrong password from an unknown e-mail address. Start at
 * {@link org.chartroom.provider.application.SignIn}.
 */
@NullMarked
package org.chartroom.provider.application;

import org.jspecify.annotations.NullMarked;
