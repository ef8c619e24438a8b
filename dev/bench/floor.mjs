// The floor of the benchmark: what it costs to read or write the same rows with Fastify and pg and nothing else. No key is
// checked, no body validated, no history written. One prepared statement per request, as many connections as the backend.
import fastify from 'fastify';
import pg from 'pg';
import { PACKED_COUNTS, PACKED_SETTINGS } from '../../backend/dist/structure/packed-settings.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = fastify();

// The very rows and the very columns that a content-types answer is made of.
const READ = `
  SELECT i.config_json, i.last_structure_fetch, i.plugin_connection_enabled, i.two_way_sync_enabled, ${PACKED_SETTINGS} AS settings, ${PACKED_COUNTS} AS counts
  FROM site_integration i WHERE i.id = $1`;
const RENEW = 'UPDATE site_integration SET last_structure_fetch = now(), structure_collected_at = now() WHERE id = $1 RETURNING id';
const STORE =
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
    text: STORE,
    values: [request.params.id, JSON.stringify({ content_types: request.body })],
  });
  return rows[0];
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.send?.({ type: 'ready' });
