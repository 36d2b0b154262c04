-- control: relocatable = false, requires = 'vector'
CREATE ACCESS METHOD vchordrq TYPE INDEX HANDLER hashhandler;
CREATE FUNCTION vchord_stand_in_hash(vector) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashvarlena';
CREATE FUNCTION vchord_stand_in_hash(halfvec) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashvarlena';
CREATE OPERATOR CLASS vector_l2_ops FOR TYPE vector USING vchordrq AS FUNCTION 1 (vector, vector) vchord_stand_in_hash(vector);
CREATE OPERATOR CLASS vector_ip_ops FOR TYPE vector USING vchordrq AS FUNCTION 1 (vector, vector) vchord_stand_in_hash(vector);
CREATE OPERATOR CLASS vector_cosine_ops FOR TYPE vector USING vchordrq AS FUNCTION 1 (vector, vector) vchord_stand_in_hash(vector);
CREATE OPERATOR CLASS halfvec_l2_ops FOR TYPE halfvec USING vchordrq AS FUNCTION 1 (halfvec, halfvec) vchord_stand_in_hash(halfvec);
CREATE OPERATOR CLASS halfvec_ip_ops FOR TYPE halfvec USING vchordrq AS FUNCTION 1 (halfvec, halfvec) vchord_stand_in_hash(halfvec);
CREATE OPERATOR CLASS halfvec_cosine_ops FOR TYPE halfvec USING vchordrq AS FUNCTION 1 (halfvec, halfvec) vchord_stand_in_hash(halfvec);
