INSERT INTO bookings VALUES (1, '[1,2)', '[2024-01-01,2024-01-02)'), (2, '[1,2)', '[2024-01-03,2024-01-04)');
INSERT INTO circles VALUES ('<(0,0),1>');
