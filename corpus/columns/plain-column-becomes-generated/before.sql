CREATE TABLE boxes (id int PRIMARY KEY, w int, h int, d int, volume int);
CREATE INDEX boxes_volume ON boxes (volume);
