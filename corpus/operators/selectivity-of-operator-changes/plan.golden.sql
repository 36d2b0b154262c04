ALTER OPERATOR public.~~~ (text, text) SET (RESTRICT = likesel, JOIN = likejoinsel);

-- The owner of OPERATOR public.~~~ (text, text) changes: who could change it, and whose rights it runs with.
ALTER OPERATOR public.~~~ (text, text) OWNER TO app_owner;

-- down

-- The owner of OPERATOR public.~~~ (text, text) changes: who could change it, and whose rights it runs with.
ALTER OPERATOR public.~~~ (text, text) OWNER TO CURRENT_USER;

ALTER OPERATOR public.~~~ (text, text) SET (RESTRICT = NONE, JOIN = NONE);
