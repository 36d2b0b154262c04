-- control: relocatable = false
CREATE TABLE part_config (
  parent_table text PRIMARY KEY, control text NOT NULL, time_encoder text, time_decoder text, partition_interval text NOT NULL, partition_type text NOT NULL, premake integer NOT NULL DEFAULT 4, automatic_maintenance text NOT NULL DEFAULT 'on',
  template_table text, retention text, retention_schema text, retention_keep_index boolean NOT NULL DEFAULT true, retention_keep_table boolean NOT NULL DEFAULT true, epoch text NOT NULL DEFAULT 'none', constraint_cols text[], optimize_constraint integer NOT NULL DEFAULT 30,
  infinite_time_partitions boolean NOT NULL DEFAULT false, datetime_string text, jobmon boolean NOT NULL DEFAULT true, sub_partition_set_full boolean NOT NULL DEFAULT false, undo_in_progress boolean NOT NULL DEFAULT false, inherit_privileges boolean DEFAULT false,
  constraint_valid boolean NOT NULL DEFAULT true, ignore_default_data boolean NOT NULL DEFAULT true, date_trunc_interval text, maintenance_order integer, retention_keep_publication boolean NOT NULL DEFAULT false, maintenance_last_run timestamptz
);
CREATE TABLE part_config_sub (sub_parent text PRIMARY KEY, sub_control text NOT NULL, sub_partition_interval text NOT NULL, sub_partition_type text NOT NULL);
-- Partitions are rows' work, so none are made.
CREATE FUNCTION create_parent(p_parent_table text, p_control text, p_interval text, p_type text DEFAULT 'range', p_epoch text DEFAULT 'none', p_premake integer DEFAULT 4, p_start_partition text DEFAULT NULL, p_default_table boolean DEFAULT true, p_automatic_maintenance text DEFAULT 'on', p_constraint_cols text[] DEFAULT NULL, p_template_table text DEFAULT NULL, p_jobmon boolean DEFAULT true, p_date_trunc_interval text DEFAULT NULL, p_control_not_null boolean DEFAULT true, p_time_encoder text DEFAULT NULL, p_time_decoder text DEFAULT NULL)
RETURNS boolean LANGUAGE sql BEGIN ATOMIC
  INSERT INTO part_config (parent_table, control, partition_interval, partition_type, premake) VALUES ($1, $2, $3, $4, $6) ON CONFLICT DO NOTHING; SELECT true;
END;
CREATE FUNCTION create_parent(p_parent_table text, p_control text, p_type text, p_interval text, p_constraint_cols text[], p_premake integer DEFAULT 4)
RETURNS boolean LANGUAGE sql BEGIN ATOMIC
  INSERT INTO part_config (parent_table, control, partition_interval, partition_type, premake) VALUES ($1, $2, $4, $3, $6) ON CONFLICT DO NOTHING; SELECT true;
END;
CREATE FUNCTION run_maintenance(p_parent_table text DEFAULT NULL, p_analyze boolean DEFAULT false, p_jobmon boolean DEFAULT true) RETURNS void LANGUAGE sql BEGIN ATOMIC SELECT NULL::void; END;
CREATE PROCEDURE run_maintenance_proc(p_wait integer DEFAULT 0, p_analyze boolean DEFAULT NULL, p_jobmon boolean DEFAULT true) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE FUNCTION partition_data_time(p_parent_table text, p_batch_count integer DEFAULT 1, p_batch_interval interval DEFAULT NULL, p_lock_wait numeric DEFAULT 0, p_order text DEFAULT 'ASC') RETURNS bigint LANGUAGE sql RETURN 0::bigint;
CREATE FUNCTION drop_partition_time(p_parent_table text, p_retention interval DEFAULT NULL, p_keep_table boolean DEFAULT NULL, p_keep_index boolean DEFAULT NULL, p_retention_schema text DEFAULT NULL) RETURNS integer LANGUAGE sql RETURN 0;
CREATE FUNCTION undo_partition(p_parent_table text, p_target_table text, p_loop_count integer DEFAULT 1, p_batch_interval text DEFAULT NULL, p_keep_table boolean DEFAULT true, OUT partitions_undone integer, OUT rows_undone bigint) RETURNS record LANGUAGE sql BEGIN ATOMIC SELECT 0, 0::bigint; END;
