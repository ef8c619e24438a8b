import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { InvalidConfigError, readConfig } from './platform/config/config.js';
import { createHttpApp } from './platform/http/http-app.js';

/** Starts the API. What is wrong with the configuration is said in words, not in a stack trace. */
async function start(): Promise<void> {
  const config = readConfig();
  const app = await createHttpApp(AppModule.with(config), config);
  await app.listen(config.IGNY8_API_PORT, config.IGNY8_API_HOST);
  // Whoever started us with a channel waits for this.
  process.send?.({ type: 'ready', url: await app.getUrl() });
}

start().catch((error: unknown) => {
  console.error(error instanceof InvalidConfigError ? error.message : error);
  process.exit(1);
});
