CREATE PROCEDURE transfer(src int, dst int, INOUT amount int) LANGUAGE plpgsql AS $$ BEGIN amount := amount - 1; END $$;
CREATE PROCEDURE status(a int) LANGUAGE plpgsql AS $$ BEGIN END $$;
