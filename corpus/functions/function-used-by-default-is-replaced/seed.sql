INSERT INTO coupons (id, code) VALUES (1, 'ABC');
