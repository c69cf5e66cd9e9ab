-- The declaration of the model, so that results can be read when the model is gone. Sweeps of version 0.1 have none.
alter table definition add column if not exists manifest character large object;
