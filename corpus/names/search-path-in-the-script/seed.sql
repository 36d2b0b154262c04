INSERT INTO app.items (level) VALUES ('low');
