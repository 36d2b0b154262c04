INSERT INTO countries VALUES ('DE', 'Germany'), ('NZ', 'New Zealand');
INSERT INTO companies (name, country) VALUES ('Acme', 'DE');
INSERT INTO people (company_id, email) VALUES (1, 'a@example.com');
UPDATE companies SET owner_id = 1;
