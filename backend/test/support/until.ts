/** Waits for a condition; fails when it does not come true in time. */
export async function until(condition: () => Promise<boolean>, withinMs: number): Promise<void> {
  for (const since = performance.now(); performance.now() - since < withinMs;) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It did not come true within ${String(withinMs)} ms`);
}
