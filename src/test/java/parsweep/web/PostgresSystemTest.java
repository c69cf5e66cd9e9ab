package parsweep.web;

class PostgresSystemTest extends WithPostgres implements SystemContract {
    @Override
    public String databaseKind() {
        return "PostgreSQL";
    }
}
