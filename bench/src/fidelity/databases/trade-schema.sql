CREATE TABLE region (r_id int PRIMARY KEY, r_name text NOT NULL);
CREATE TABLE nation (n_id int PRIMARY KEY, n_name text NOT NULL, r_id int NOT NULL REFERENCES region);
CREATE TABLE supplier (
  s_id int PRIMARY KEY, s_name text NOT NULL, n_id int NOT NULL REFERENCES nation, s_balance numeric(12, 2) NOT NULL, s_note text NOT NULL
);
CREATE TABLE customer (
  c_id int PRIMARY KEY, c_name text NOT NULL, n_id int NOT NULL REFERENCES nation, c_phone text NOT NULL, c_balance numeric(12, 2) NOT NULL,
  c_segment text NOT NULL
);
CREATE TABLE part (
  p_id int PRIMARY KEY, p_name text NOT NULL, p_maker text NOT NULL, p_brand text NOT NULL, p_type text NOT NULL, p_size int NOT NULL,
  p_container text NOT NULL
);
CREATE TABLE partsupp (
  p_id int NOT NULL REFERENCES part, s_id int NOT NULL REFERENCES supplier, ps_stock int NOT NULL, ps_cost numeric(12, 2) NOT NULL,
  PRIMARY KEY (p_id, s_id)
);
CREATE TABLE orders (
  o_id int PRIMARY KEY, c_id int NOT NULL REFERENCES customer, o_status char(1) NOT NULL, o_total numeric(12, 2) NOT NULL,
  o_date date NOT NULL, o_priority text NOT NULL, o_note text NOT NULL
);
CREATE TABLE lineitem (
  o_id int NOT NULL REFERENCES orders, p_id int NOT NULL, s_id int NOT NULL, l_line int NOT NULL, l_quantity numeric(12, 2) NOT NULL,
  l_price numeric(12, 2) NOT NULL, l_discount numeric(12, 2) NOT NULL, l_tax numeric(12, 2) NOT NULL, l_returned char(1) NOT NULL,
  l_status char(1) NOT NULL, l_shipped date NOT NULL, l_promised date NOT NULL, l_received date NOT NULL, l_mode text NOT NULL,
  l_instruction text NOT NULL, PRIMARY KEY (o_id, l_line), FOREIGN KEY (p_id, s_id) REFERENCES partsupp
);
CREATE INDEX supplier_nation ON supplier (n_id);
CREATE INDEX customer_nation ON customer (n_id);
CREATE INDEX orders_customer ON orders (c_id);
CREATE INDEX orders_date ON orders (o_date);
CREATE INDEX lineitem_part ON lineitem (p_id, s_id);
CREATE INDEX lineitem_shipped ON lineitem (l_shipped);
CREATE INDEX partsupp_supplier ON partsupp (s_id);
