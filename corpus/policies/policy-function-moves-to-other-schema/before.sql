CREATE FUNCTION is_admin() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$ SELECT pg_has_role('app_owner', 'MEMBER') $$;
CREATE TABLE settings (key text PRIMARY KEY, value text);
ALTER TABLE settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY admins ON settings USING (is_admin());
