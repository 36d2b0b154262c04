CREATE TABLE tenants (id text PRIMARY KEY);
CREATE TABLE members (tenant_id text, id int, PRIMARY KEY (tenant_id, id), FOREIGN KEY (tenant_id) REFERENCES tenants);
CREATE TABLE messages (tenant_id text, member_id int, body text,
  FOREIGN KEY (tenant_id, member_id) REFERENCES members ON UPDATE CASCADE);
