CREATE TABLE t (a int CONSTRAINT first UNIQUE, b int CONSTRAINT second UNIQUE, c int CONSTRAINT third CHECK (c > 0), d int CONSTRAINT fourth CHECK (d > 1));
