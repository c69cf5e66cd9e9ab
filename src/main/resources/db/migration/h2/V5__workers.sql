-- The same tables as in ../postgresql. An embedded database has one worker, or none.

create table if not exists worker (
    name              varchar(50)      not null primary key,
    host              varchar(255)     not null,
    version           varchar(100)     not null,
    slots             integer          not null,
    busy              integer          not null default 0,
    points_per_second double precision not null default 0,
    draining          boolean          not null default false,
    started_at        timestamp(6) with time zone not null,
    heartbeat_at      timestamp(6) with time zone not null
);

create table if not exists worker_model (
    worker  varchar(50)  not null,
    model   varchar(200) not null,
    version varchar(200) not null,
    primary key (worker, model, version)
);
