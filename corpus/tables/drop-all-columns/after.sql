CREATE TABLE lonely ();
