CREATE TABLE t (id int, other int);
CREATE SEQUENCE free;
CREATE SEQUENCE owned OWNED BY t.id;
CREATE SEQUENCE moves OWNED BY t.id;
ALTER TABLE t ALTER id SET DEFAULT nextval('owned');
