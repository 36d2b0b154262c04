INSERT INTO queues VALUES ('mail');
INSERT INTO jobs (queue, payload, run_at) VALUES ('mail', '{"to": "ada"}', '2024-01-01'), ('mail', '{"to": "bob"}', '2024-01-02');
UPDATE jobs SET state = 'done' WHERE id = 2;
