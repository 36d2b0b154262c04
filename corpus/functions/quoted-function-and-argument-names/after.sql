CREATE SCHEMA "Billing v2";
CREATE FUNCTION "Billing v2"."Total, gross (€)"("Net price" numeric, "order" text DEFAULT 'a)b', "user" name DEFAULT CURRENT_USER) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT "Net price" * 2 $$;
COMMENT ON FUNCTION "Billing v2"."Total, gross (€)"(numeric, text, name) IS E'line one\nline two';
