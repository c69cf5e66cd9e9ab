-- What the workers did for a sweep, a row per worker, and how long the slowest point of a block took. Earlier sweeps have
-- neither.
create table if not exists worker_times (
    sweep_id        bigint           not null,
    worker          varchar(100)     not null,
    turns           bigint           not null,
    blocks          bigint           not null,
    point_seconds   double precision not null,
    compute_seconds double precision not null,
    commit_seconds  double precision not null,
    seconds         double precision not null,
    wait_seconds    double precision not null,
    first_at        timestamp(6) with time zone not null,
    last_at         timestamp(6) with time zone not null,
    primary key (sweep_id, worker)
);

alter table block add column if not exists slowest double precision;
