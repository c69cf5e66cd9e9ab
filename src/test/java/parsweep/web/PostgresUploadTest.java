package parsweep.web;

class PostgresUploadTest extends WithPostgres implements UploadContract {}
