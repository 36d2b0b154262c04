INSERT INTO accounts VALUES (1, 'Ann', true), (2, 'Bob', false);
INSERT INTO active_accounts VALUES (1, 'Ann');
