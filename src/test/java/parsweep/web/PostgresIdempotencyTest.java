package parsweep.web;

/** Submissions that are sent more than once, on PostgreSQL. */
class PostgresIdempotencyTest extends WithPostgres implements IdempotencyContract {}
