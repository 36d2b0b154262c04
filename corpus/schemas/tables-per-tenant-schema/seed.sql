INSERT INTO tenant_1.users VALUES (1, 'ada');
INSERT INTO tenant_1.posts VALUES (1, 1);
