-- control: relocatable = false, requires = 'aws_commons'
CREATE SCHEMA aws_lambda;
CREATE FUNCTION aws_lambda.invoke(function_name aws_commons._lambda_function_arn_1, request json, invocation_type text DEFAULT 'RequestResponse', log_type text DEFAULT 'None', OUT status_code integer, OUT payload json, OUT executed_version text, OUT log_result text) RETURNS SETOF record LANGUAGE sql AS 'SELECT NULL::integer, NULL::json, NULL::text, NULL::text';
