INSERT INTO docs VALUES (1, 'Häuser und Gärten');
