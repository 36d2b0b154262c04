CREATE TABLE vehicles (id int NOT NULL, wheels int);
CREATE TABLE cars (doors int) INHERITS (vehicles);
CREATE TABLE trucks (load_kg int, plate text) INHERITS (vehicles);
CREATE TABLE vans (sliding boolean) INHERITS (cars);
