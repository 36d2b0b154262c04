CREATE FUNCTION "Billing v2"."Total, gross (€)"(
  "Net price" numeric,
  "order" text DEFAULT 'a)b'::text,
  "user" name DEFAULT CURRENT_USER
)
  RETURNS numeric
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT "Net price" * 2 $function$;

DROP FUNCTION "Billing v2"."Total, gross (€)"(numeric, text);

COMMENT ON FUNCTION "Billing v2"."Total, gross (€)"(numeric, text, name) IS 'line one
line two';

-- down

CREATE FUNCTION "Billing v2"."Total, gross (€)"("Net price" numeric, "order" text DEFAULT 'a,b'::text)
  RETURNS numeric
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT "Net price" $function$;

DROP FUNCTION "Billing v2"."Total, gross (€)"(numeric, text, name);
