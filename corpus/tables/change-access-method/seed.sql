INSERT INTO facts VALUES (1, 'a');
INSERT INTO other VALUES (1), (2);
