INSERT INTO person (fname, lname) VALUES ('Marie', 'Curie');
