CREATE TABLE t (id int, other int);
CREATE SEQUENCE free OWNED BY t.other;
CREATE SEQUENCE owned;
CREATE SEQUENCE moves OWNED BY t.other;
ALTER TABLE t ALTER id SET DEFAULT nextval('owned'), ALTER other SET DEFAULT nextval('moves');
