export default async function globalTeardown(): Promise<void> {
  await globalThis.igny8Stack?.stop();
}
