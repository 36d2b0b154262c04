-- control: relocatable = false, requires = 'aws_commons'
CREATE SCHEMA aws_s3;
CREATE FUNCTION aws_s3.table_import_from_s3(table_name text, column_list text, options text, s3_info aws_commons._s3_uri_1, credentials aws_commons._aws_credentials_1 DEFAULT NULL) RETURNS text LANGUAGE sql RETURN NULL::text;
CREATE FUNCTION aws_s3.query_export_to_s3(query text, s3_info aws_commons._s3_uri_1, options text DEFAULT NULL, OUT rows_uploaded bigint, OUT files_uploaded bigint, OUT bytes_uploaded bigint) RETURNS SETOF record LANGUAGE sql BEGIN ATOMIC SELECT 0::bigint, 0::bigint, 0::bigint; END;
