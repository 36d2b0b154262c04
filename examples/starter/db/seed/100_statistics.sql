refresh materialized view private.user_stats;

-- After a bulk load the planner knows nothing until autovacuum comes by.
analyze auth.users, app.profiles, app.settings, app.teams, app.team_roles, app.team_members, app.posts, app.tags,
  app.post_tags, app.comments, private.jobs, private.idempotency_keys, private.user_stats, audit.entries;

-- New entries of a GIN index wait in a list that every search must read; autovacuum would move them too.
select gin_clean_pending_list('app.posts_search_idx'), gin_clean_pending_list('app.settings_preferences_idx');
