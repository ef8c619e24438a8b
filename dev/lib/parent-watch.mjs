// Preloaded into every child (node --import): when whoever started it is gone, however that came, the child ends too.
// The channel between the two closes at that moment; it must not keep a child alive that has nothing else to do.
const GRACE_MS = 5_000;

// A child's own workers are given this script too (they inherit its arguments), and their channel is not ours to touch.
if (process.env.IGNY8_CHILD === 'true') {
  delete process.env.IGNY8_CHILD;
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  });
  process.channel?.unref();
}
