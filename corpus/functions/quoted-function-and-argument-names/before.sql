CREATE SCHEMA "Billing v2";
CREATE FUNCTION "Billing v2"."Total, gross (€)"("Net price" numeric, "order" text DEFAULT 'a,b') RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT "Net price" $$;
