package org.claimwatch.common.statement;

/** DIRECT: all within quotation marks; INDIRECT: none; MIXED: some. */
public enum StatementForm {
    DIRECT,
    INDIRECT,
    MIXED
}
