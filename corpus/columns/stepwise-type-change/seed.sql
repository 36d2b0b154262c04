INSERT INTO ledger VALUES (1, 1, 100), (2, 1, -50), (3, 2, 0);
