INSERT INTO hits VALUES ('/', '2024-01-01', 1), ('/a', '2024-01-02', 2);
