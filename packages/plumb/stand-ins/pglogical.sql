-- control: relocatable = false, schema = pglogical
CREATE FUNCTION create_node(node_name name, dsn text, location text DEFAULT NULL, country text DEFAULT NULL, info jsonb DEFAULT NULL) RETURNS oid LANGUAGE sql RETURN 0::oid;
CREATE FUNCTION create_replication_set(set_name name, replicate_insert boolean DEFAULT true, replicate_update boolean DEFAULT true, replicate_delete boolean DEFAULT true, replicate_truncate boolean DEFAULT true) RETURNS oid LANGUAGE sql RETURN 0::oid;
CREATE FUNCTION replication_set_add_table(set_name name, relation regclass, synchronize_data boolean DEFAULT false, columns text[] DEFAULT NULL, row_filter text DEFAULT NULL) RETURNS boolean LANGUAGE sql RETURN true;
CREATE FUNCTION replication_set_add_all_tables(set_name name, schema_names text[], synchronize_data boolean DEFAULT false) RETURNS boolean LANGUAGE sql RETURN true;
CREATE FUNCTION create_subscription(subscription_name name, provider_dsn text, replication_sets text[] DEFAULT '{default,default_insert_only,ddl_sql}', synchronize_structure boolean DEFAULT false, synchronize_data boolean DEFAULT true, forward_origins text[] DEFAULT '{all}') RETURNS oid LANGUAGE sql RETURN 0::oid;
