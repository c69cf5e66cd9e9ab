package parsweep.web;

/** Selections of results on PostgreSQL. */
class PostgresSelectionTest extends WithPostgres implements SelectionContract {}
