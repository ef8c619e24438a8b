/** Next calls it once, before the server answers. The condition keeps it out of a build for another runtime, which Next makes too. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    const { start } = await import('./server/start');
    start();
  }
}
