CREATE SCHEMA private;
CREATE FUNCTION private.is_admin() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$ SELECT pg_has_role('app_owner', 'MEMBER') $$;
CREATE TABLE settings (key text PRIMARY KEY, value text);
ALTER TABLE settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY admins ON settings USING (private.is_admin());
