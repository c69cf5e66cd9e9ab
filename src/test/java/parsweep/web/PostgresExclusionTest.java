package parsweep.web;

/** Exclusion on PostgreSQL. */
class PostgresExclusionTest extends WithPostgres implements ExclusionContract {}
