// The floor of the benchmark: what it costs to read or write the same rows with Fastify and pg and nothing else. No key is
// checked, no body validated, no history written. One prepared statement per request, as many connections as the backend.
// `push` is no floor of the rows but of the work: the backend's own two statements, with the history and the audit event.
import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';
import { PACKED_COUNTS, PACKED_SETTINGS } from '../../backend/dist/structure/packed-settings.js';
import { RENEW_OR_READ, STORE } from '../../backend/dist/structure/structure.statements.js';

const NO_HASH = Buffer.alloc(32);
const CHANGE = { kind: 'post_types', name: 'post', label: 'Posts', count: 124, previous_label: 'Posts', previous_count: 123 };
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = fastify();

// The very rows and the very columns that a content-types answer is made of.
const READ = `
  SELECT i.config_json, i.last_structure_fetch, i.plugin_connection_enabled, i.two_way_sync_enabled, ${PACKED_SETTINGS} AS settings, ${PACKED_COUNTS} AS counts
  FROM site_integration i WHERE i.id = $1`;
const RENEW = 'UPDATE site_integration SET last_structure_fetch = now(), structure_collected_at = now() WHERE id = $1 RETURNING id';
const STORE_ROW =
  'UPDATE site_integration SET config_json = $2, last_structure_fetch = now(), structure_collected_at = now() WHERE id = $1 RETURNING id';

app.get('/read/:id', async (request) => {
  const { rows } = await pool.query({ name: 'read', text: READ, values: [request.params.id] });
  return rows[0];
});
app.post('/renew/:id', async (request) => {
  const { rows } = await pool.query({ name: 'renew', text: RENEW, values: [request.params.id] });
  return rows[0];
});
app.post('/store/:id', async (request) => {
  const { rows } = await pool.query({
    name: 'store',
    text: STORE_ROW,
    values: [request.params.id, JSON.stringify({ content_types: request.body })],
  });
  return rows[0];
});
app.post('/push/:id', async (request) => {
  const { id } = request.params;
  const now = new Date();
  const {
    rows: [found],
  } = await pool.query({ name: 'find', text: RENEW_OR_READ, values: [[id], [now], [null], [NO_HASH], [true], [false]] });
  const config = JSON.stringify({ content_types: request.body });
  const history = [randomUUID(), '{}', '[]', '[]', JSON.stringify([CHANGE, CHANGE, CHANGE])];
  const audit = [
    randomUUID(),
    request.query.account,
    '{}',
    'structure.changed',
    id,
    '{"added":0,"removed":0,"changed":3}',
    '127.0.0.1',
    '',
  ];
  const noTypes = Array(8).fill([]);
  const { rows } = await pool.query({
    name: 'push',
    text: STORE,
    values: [id, found.row_version, 'ready', config, NO_HASH, now, now, true, false, ...noTypes, ...history, ...audit],
  });
  return rows[0];
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.send?.({ type: 'ready' });
