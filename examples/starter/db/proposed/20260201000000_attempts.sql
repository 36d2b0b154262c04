-- A migration that waits to be reviewed. Two of its statements would keep the application waiting.

-- plumb:up
alter table private.jobs alter column attempts type bigint;
create index posts_title_idx on app.posts (title);

-- plumb:down
drop index app.posts_title_idx;
alter table private.jobs alter column attempts type integer;
