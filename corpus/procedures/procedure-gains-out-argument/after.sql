CREATE PROCEDURE transfer(src int, dst int, INOUT amount int, OUT fee int) LANGUAGE plpgsql AS $$ BEGIN fee := 1; END $$;
CREATE PROCEDURE status(a int, b text DEFAULT 'x') LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE status(a text) LANGUAGE plpgsql AS $$ BEGIN END $$;
