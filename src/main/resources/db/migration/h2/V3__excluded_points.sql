-- Points that a constraint of the space excludes: counted beside those that failed. "If not exists" as in V1.
alter table sweep add column if not exists excluded bigint default 0 not null;
alter table shard add column if not exists excluded bigint default 0 not null;
alter table block add column if not exists excluded integer default 0 not null;
