-- The processes that compute. Each writes its row every second; who drains one writes "draining".
create table worker (
    name              varchar(50)      not null primary key, -- what scheduled_tasks.picked_by says
    host              varchar(255)     not null,
    version           varchar(100)     not null,
    slots             integer          not null,
    busy              integer          not null default 0,
    points_per_second double precision not null default 0,
    draining          boolean          not null default false,
    started_at        timestamp(6) with time zone not null,
    heartbeat_at      timestamp(6) with time zone not null
);

-- What they can compute.
create table worker_model (
    worker  varchar(50)  not null,
    model   varchar(200) not null,
    version varchar(200) not null,
    primary key (worker, model, version)
);
