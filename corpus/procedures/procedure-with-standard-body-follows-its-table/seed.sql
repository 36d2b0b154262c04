INSERT INTO audit (what) VALUES ('first');
