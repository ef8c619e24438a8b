// Drives one kind of request over keep-alive connections and reports what came of it. A process of its own, so that what the
// load costs is the same for everybody.
import autocannon from 'autocannon';

process.once('message', ({ url, seconds, connections, requests }) => {
  const share = Math.ceil(requests.length / connections);
  const times = [];
  let client = 0;
  let refused = 0;
  const run = autocannon(
    {
      url,
      duration: seconds,
      connections,
      // Each connection has sites of its own: in life, too, a site pushes once at a time.
      setupClient: (instance) => instance.setRequests(requests.slice(client * share, (client++ + 1) * share)),
    },
    (error, result) => {
      times.sort((a, b) => a - b);
      const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
      process.send({
        type: 'result',
        rate: times.length / result.duration,
        p50: at(0.5),
        p99: at(0.99),
        failed: refused + result.errors + result.timeouts + (error ? 1 : 0),
      });
      process.disconnect();
    },
  );
  run.on('response', (_client, status, _bytes, milliseconds) => {
    times.push(milliseconds);
    if (status !== 200) refused++;
  });
});
process.channel.ref();
process.send({ type: 'ready' });
