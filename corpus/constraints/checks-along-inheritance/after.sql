CREATE TABLE parent (id int, kind text, CONSTRAINT kind_known CHECK (kind IN ('a', 'b')));
CREATE TABLE child (extra int) INHERITS (parent);
CREATE TABLE grandchild () INHERITS (child);
ALTER TABLE child ADD CONSTRAINT parent_id_check CHECK (id > 0);
