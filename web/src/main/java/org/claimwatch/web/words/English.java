package org.claimwatch.web.words;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a message says in English, as a pattern of ICU's MessageFormat with the method's parameters by name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface English {
    String value();
}
