CREATE TABLE t (a int CONSTRAINT second UNIQUE, b int CONSTRAINT first UNIQUE, c int CONSTRAINT fourth CHECK (c > 0), d int CONSTRAINT third CHECK (d > 1));
