CREATE TABLE parent (id int, kind text, CHECK (id > 0));
CREATE TABLE child (extra int CHECK (extra > 0)) INHERITS (parent);
CREATE TABLE grandchild () INHERITS (child);
ALTER TABLE grandchild ADD CONSTRAINT kind_known CHECK (kind IN ('a', 'b'));
