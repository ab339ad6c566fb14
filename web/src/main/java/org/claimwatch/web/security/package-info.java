/** Who is looking and what that person may see: accounts, teams and memberships, kept in step with the identity provider. */
@NullMarked
package org.claimwatch.web.security;

import org.jspecify.annotations.NullMarked;
