CREATE TABLE users (id int PRIMARY KEY, email text, "Last Login" timestamptz);
CREATE FUNCTION notify_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify(TG_ARGV[0], TG_ARGV[1]); RETURN NULL; END $$;

CREATE TRIGGER email_changed AFTER UPDATE ON users FOR EACH ROW WHEN (OLD.email IS DISTINCT FROM NEW.email AND NEW.id > 0) EXECUTE FUNCTION notify_change('it''s', E'back\\slash', '42');
CREATE TRIGGER login AFTER UPDATE OF "Last Login" ON users FOR EACH ROW WHEN (NEW."Last Login" IS NOT NULL) EXECUTE FUNCTION notify_change('');
