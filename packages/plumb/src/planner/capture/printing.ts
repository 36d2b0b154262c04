/** Makes a session print values alike wherever it is; set once its own settings are read. */
export const printing = `
  set local search_path = '';
  set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local jit = off;
`;
