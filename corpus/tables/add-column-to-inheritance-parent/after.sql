CREATE TABLE vehicles (id int NOT NULL, wheels int DEFAULT 4, plate text, CHECK (wheels > 1));
CREATE TABLE cars (doors int) INHERITS (vehicles);
CREATE TABLE trucks (load_kg int, plate text) INHERITS (vehicles);
CREATE TABLE vans (sliding boolean) INHERITS (cars);
ALTER TABLE trucks ALTER wheels SET DEFAULT 6;
