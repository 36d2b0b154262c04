CREATE TABLE boxes (id int PRIMARY KEY, w int, h int, d int, volume int GENERATED ALWAYS AS (w * h * d) STORED);
CREATE INDEX boxes_volume ON boxes (volume);
