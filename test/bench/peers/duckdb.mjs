// DuckDB's read_json with the needed columns given, on two threads.
import { counted } from './counted.mjs';

const { DuckDBInstance } = await import(`${process.env['PASSK_BENCH_PACKAGES']}/@duckdb/node-api/lib/index.js`);
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
await counted(async (path) => {
  const reader = await connection.runAndReadAll(
    `select sum(n), sum(c) from (select prompt_id, count(*) as n, sum(correct::int) as c
       from read_json('${path.replaceAll("'", "''")}', format = 'newline_delimited', maximum_object_size = 100000000,
                      columns = {prompt_id: 'VARCHAR', correct: 'BOOLEAN'}) group by prompt_id)`,
  );
  const [[samples, correct]] = reader.getRows();
  return { samples: Number(samples), correct: Number(correct) };
});
