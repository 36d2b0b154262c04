CREATE TABLE users (id int PRIMARY KEY, email text, "Last Login" timestamptz);
CREATE FUNCTION notify_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify(TG_ARGV[0], TG_ARGV[1]); RETURN NULL; END $$;

CREATE TRIGGER email_changed AFTER UPDATE ON users FOR EACH ROW WHEN (OLD.email <> NEW.email) EXECUTE FUNCTION notify_change('users', 'email');
CREATE TRIGGER login AFTER UPDATE OF "Last Login" ON users FOR EACH ROW EXECUTE FUNCTION notify_change();
