// The floor of the benchmark: what it costs to read or write the same rows with Fastify and pg and nothing else. No key is
// checked, no body validated, no history written. One prepared statement per request, as many connections as the backend.
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = fastify();

const READ = `
  SELECT i.config_json, i.last_structure_fetch, i.plugin_connection_enabled, i.two_way_sync_enabled,
    (SELECT json_agg(json_build_array(s.kind, s.name, s.label, s.enabled, s.fetch_limit, s.include_private, s.version, s.changed_by)) FROM content_type_setting s WHERE s.integration_id = i.id) AS settings,
    (SELECT json_agg(json_build_array(c.kind, c.name, c.synced_count)) FROM content_count c WHERE c.integration_id = i.id) AS counts
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
