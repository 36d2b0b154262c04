CREATE DOMAIN zip AS varchar(10) DEFAULT '00000' CHECK (VALUE ~ '^\d+$');
CREATE TABLE addresses (id int PRIMARY KEY, zip zip, old_zip zip);
