CREATE TABLE addresses (id int PRIMARY KEY, zip varchar(10) DEFAULT '00000' CONSTRAINT zip_is_number CHECK (zip ~ '^\d+$'));
