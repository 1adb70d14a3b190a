namespace HukouWorkflow.Sqlite;

/// <summary>
/// The file's layout, format 1.
/// <para>
/// A case has a number beside its id, in the order of arrival and without gaps. Journal and personal data are keyed by one
/// integer made of that number and the entry's: rows of some hundred bytes pack well in tables keyed by integers (in a
/// table without rowid they would swell its inner nodes, and above a quarter of a page each would take a page of its own),
/// and what belongs to one case lies together.
/// </para>
/// <para>
/// Instants are Unix milliseconds, days are days since 1970-01-01, ids and keys 16 bytes in order.
/// </para>
/// </summary>
internal static class Schema
{
    /// <summary>"HUKO": tells our files from others.</summary>
    public const int ApplicationId = 0x48554B4F;

    /// <summary>The format this build writes. A later one must read every earlier one.</summary>
    public const int Format = 1;

    /// <summary>Bits of a journal or personal key that number the entry within its case: 16 million.</summary>
    public const int EntryBits = 24;

    /// <summary>The highest version a case can have.</summary>
    public const int MaxVersion = (1 << EntryBits) - 1;

    public const string Create =
        """
        CREATE TABLE cases (
            no        INTEGER PRIMARY KEY,
            id        BLOB    NOT NULL UNIQUE,
            version   INTEGER NOT NULL,
            status    INTEGER NOT NULL,
            since     INTEGER NOT NULL,
            district  INTEGER NOT NULL,
            next_wake INTEGER,
            due       INTEGER NOT NULL,
            person    BLOB,
            applicant BLOB    NOT NULL,
            head      BLOB    NOT NULL
        ) STRICT;
        CREATE INDEX cases_by_wake ON cases (next_wake) WHERE next_wake IS NOT NULL;
        CREATE INDEX cases_by_due ON cases (district, status, due, id, since);
        CREATE TABLE journal (
            entry   INTEGER PRIMARY KEY,
            at      INTEGER NOT NULL,
            payload BLOB    NOT NULL,
            hash    BLOB    NOT NULL
        ) STRICT;
        CREATE TABLE personal (
            item  INTEGER PRIMARY KEY,
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE people (
            person  BLOB    PRIMARY KEY,
            case_no INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE answers (
            period  INTEGER NOT NULL,
            key     BLOB    NOT NULL,
            body    BLOB    NOT NULL,
            case_id BLOB    NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (period, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE counts (
            district INTEGER NOT NULL,
            status   INTEGER NOT NULL,
            cases    INTEGER NOT NULL,
            PRIMARY KEY (district, status)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE meta (
            key   TEXT    PRIMARY KEY,
            value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>The key of a journal entry or of an item of personal data.</summary>
    public static long Key(long caseNo, int entry) => (caseNo << EntryBits) | (uint)entry;
}
