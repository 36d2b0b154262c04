/**
 * Functions of ours on a shadow, in a schema that is no part of what it stands for. They belong to the superuser and run as
 * it, whatever role the script has taken on.
 */
export const shadowFunctions = `
CREATE SCHEMA IF NOT EXISTS plumb_shadow;
REVOKE ALL ON SCHEMA plumb_shadow FROM PUBLIC;
GRANT USAGE ON SCHEMA plumb_shadow TO PUBLIC;

CREATE TABLE IF NOT EXISTS plumb_shadow.taken_options (
  index_id oid PRIMARY KEY,
  table_id oid NOT NULL,
  name name NOT NULL,
  options text[]
);

-- Puts options on an index of a table, the newest where it was made without a name, and on what is attached to it.
CREATE OR REPLACE FUNCTION plumb_shadow.put_options(table_name text, index_name text, given text[], only_new boolean)
RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  WITH RECURSIVE found AS (
    (
      SELECT i.indexrelid AS id
      FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
      WHERE i.indrelid = to_regclass(table_name)
        AND (index_name IS NULL OR c.relname = index_name)
        AND NOT (only_new AND c.reloptions IS NOT NULL)
      ORDER BY i.indexrelid DESC
      LIMIT 1
    )
    UNION ALL
    SELECT h.inhrelid FROM found JOIN pg_inherits AS h ON h.inhparent = found.id
  )
  UPDATE pg_class SET reloptions = given FROM found WHERE oid = found.id;
END;

CREATE OR REPLACE FUNCTION plumb_shadow.change_options(index_name text, names text[], given text[])
RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  UPDATE pg_class
  SET reloptions = nullif(
    ARRAY(
      SELECT old
      FROM unnest(coalesce(reloptions, '{}')) WITH ORDINALITY AS each(old, place)
      WHERE split_part(old, '=', 1) <> ALL (names)
      ORDER BY place
    ) || given,
    '{}'
  )
  WHERE oid = to_regclass(index_name);
END;

-- Around a statement that builds indexes anew by their definition.
CREATE OR REPLACE FUNCTION plumb_shadow.take_options() RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  DELETE FROM plumb_shadow.taken_options;
  INSERT INTO plumb_shadow.taken_options
  SELECT c.oid, i.indrelid, c.relname, c.reloptions
  FROM pg_class AS c JOIN pg_index AS i ON i.indexrelid = c.oid JOIN pg_am AS m ON m.oid = c.relam
  WHERE m.oid >= 16384;
  UPDATE pg_class SET reloptions = NULL WHERE oid IN (SELECT index_id FROM plumb_shadow.taken_options);
END;

CREATE OR REPLACE FUNCTION plumb_shadow.give_options() RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  UPDATE pg_class AS c
  SET reloptions = t.options
  FROM plumb_shadow.taken_options AS t, pg_index AS i
  WHERE i.indexrelid = c.oid AND (c.oid = t.index_id OR (i.indrelid = t.table_id AND c.relname = t.name));
  UPDATE pg_class AS c
  SET reloptions = parent.reloptions
  FROM pg_inherits AS h, pg_class AS parent, pg_am AS m
  WHERE h.inhrelid = c.oid AND parent.oid = h.inhparent AND parent.relkind = 'I' AND m.oid = c.relam
    AND m.oid >= 16384 AND c.reloptions IS NULL;
  -- CREATE TABLE (LIKE … INCLUDING INDEXES)
  UPDATE pg_class AS c
  SET reloptions = t.options
  FROM pg_index AS i, plumb_shadow.taken_options AS t, pg_index AS original, pg_class AS source
  WHERE i.indexrelid = c.oid AND original.indexrelid = t.index_id AND source.oid = t.index_id AND source.relam = c.relam
    AND original.indclass = i.indclass AND original.indkey = i.indkey AND c.reloptions IS NULL
    AND NOT EXISTS (
      SELECT FROM plumb_shadow.taken_options AS known
      WHERE known.index_id = c.oid OR (known.table_id = i.indrelid AND known.name = c.relname)
    );
  DELETE FROM plumb_shadow.taken_options;
END;

CREATE TABLE IF NOT EXISTS plumb_shadow.compressed (
  table_id oid,
  number int2,
  name name NOT NULL,
  method "char" NOT NULL,
  PRIMARY KEY (table_id, number)
);

-- Around a statement that could compress by LZ4: meanwhile all columns that say so have pglz.
CREATE OR REPLACE FUNCTION plumb_shadow.take_compression() RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  -- of a statement that failed, all is taken still
  INSERT INTO plumb_shadow.compressed
  SELECT attrelid, attnum, attname, attcompression FROM pg_attribute
  WHERE attcompression <> '' AND NOT EXISTS (SELECT FROM plumb_shadow.compressed);
  UPDATE pg_attribute SET attcompression = 'p' WHERE attcompression = 'l';
END;

-- What is new has LZ4 by its own clause or by the column that it was made like, which has its name.
CREATE OR REPLACE FUNCTION plumb_shadow.give_compression() RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  UPDATE pg_attribute AS a SET attcompression = 'l'
  WHERE attcompression = 'p'
    AND NOT EXISTS (SELECT FROM plumb_shadow.compressed WHERE table_id = attrelid AND number = attnum AND method = 'p')
    AND (
      EXISTS (SELECT FROM plumb_shadow.compressed WHERE name = attname AND method = 'l')
      OR NOT EXISTS (SELECT FROM plumb_shadow.compressed WHERE name = attname)
    );
  DELETE FROM plumb_shadow.compressed;
END;

CREATE OR REPLACE FUNCTION plumb_shadow.enable_subscription(name name) RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  UPDATE pg_subscription SET subenabled = true
  WHERE subname = name AND subdbid = (SELECT oid FROM pg_database WHERE datname = current_database());
END;

-- DROP SUBSCRIPTION would drop the slot as well, on the publisher.
CREATE OR REPLACE FUNCTION plumb_shadow.forget_slot(name name) RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  UPDATE pg_subscription SET subslotname = NULL
  WHERE subname = name AND subdbid = (SELECT oid FROM pg_database WHERE datname = current_database());
END;
`;
