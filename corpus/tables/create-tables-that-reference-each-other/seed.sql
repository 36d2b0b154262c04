INSERT INTO countries VALUES ('DE', 'Germany'), ('NZ', 'New Zealand');
