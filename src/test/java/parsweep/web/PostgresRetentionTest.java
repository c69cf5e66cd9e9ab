package parsweep.web;

/** Sweeps whose time is over, on PostgreSQL. */
class PostgresRetentionTest extends WithPostgres implements RetentionContract {}
