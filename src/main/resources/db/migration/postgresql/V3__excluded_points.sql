-- Points that a constraint of the space excludes: counted beside those that failed.
alter table sweep add column excluded bigint default 0 not null;
alter table shard add column excluded bigint default 0 not null;
alter table block add column excluded integer default 0 not null;
