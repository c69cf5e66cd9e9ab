package parsweep.web;

/** Changed minds on PostgreSQL. */
class PostgresControlTest extends WithPostgres implements ControlContract {}
