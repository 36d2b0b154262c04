INSERT INTO accounts VALUES (1, 0);
INSERT INTO bookings VALUES (1, 1, 5);
