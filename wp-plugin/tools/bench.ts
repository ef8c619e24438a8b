import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startWordPress } from '../testing/wordpress.ts';

/**
 * `npm run bench:plugin`: what it costs to know how much a large site has: the plugin's way, WordPress's own functions, and a crawl
 * over the REST API. The ways take turns within one run; all must come to the same numbers. Fails when ours misses a goal.
 */
const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '11' }, crawls: { type: 'string', default: '1' } } });
const MOST_QUERIES = 4;
const LEAST_RATIO = { core: 3, crawl: 20 };

type Way = 'ours' | 'core' | 'crawl';
interface Result {
  readonly ms: number;
  readonly queries: number;
  readonly counted: readonly [posts: number, terms: number];
}

const script = (name: string): string => `return require '${fileURLToPath(new URL(`../testing/php/bench-${name}.php`, import.meta.url))}';`;
const workDir = mkdtempSync(join(tmpdir(), 'igny8-bench-'));
const site = await startWordPress({
  apiUrl: 'http://127.0.0.1:9',
  appUrl: 'http://127.0.0.1:9',
  workDir,
  plugins: [fileURLToPath(new URL('../fixtures/igny8-bench-types', import.meta.url))],
});
try {
  const [types, taxonomies, posts, terms] = (await site.wpEval(script('seed'))) as number[];
  console.log(
    `WordPress ${String(await site.wpEval("return get_bloginfo( 'version' );"))}, MariaDB, ${String(availableParallelism())} cores: ` +
      `${String(posts)} posts of ${String(types)} types, ${String(terms)} terms of ${String(taxonomies)} taxonomies`,
  );
  console.log(`${options.rounds} rounds in turns, ${options.crawls} of them with the crawl; medians\n`);
  const results = await measure();
  report(results);
  process.exitCode = judge(results) ? 0 : 1;
} finally {
  await site.stop();
  rmSync(workDir, { recursive: true, force: true });
}

async function measure(): Promise<Map<Way, Result[]>> {
  const results = new Map<Way, Result[]>();
  // The round before the first warms the database up.
  for (let round = -1; round < Number(options.rounds); round++) {
    const withCrawl = round >= 0 && round < Number(options.crawls);
    const found = (await site.wpEval(`$igny8_with_crawl = ${String(withCrawl)}; ${script('measure')}`)) as Record<Way, Result>;
    if (round < 0) continue;
    for (const [way, result] of Object.entries(found)) results.set(way as Way, [...(results.get(way as Way) ?? []), result]);
  }
  return results;
}

function report(results: ReadonlyMap<Way, readonly Result[]>): void {
  const names: Readonly<Record<Way, string>> = {
    ours: 'igny8_get_site_structure()',
    core: 'wp_count_posts(), wp_count_terms()',
    crawl: 'crawl of wp/v2, 100 a page',
  };
  console.log(`${'way'.padEnd(36)}queries         ms   fastest     ratio`);
  for (const [way, found] of results) {
    const fastest = Math.min(...found.map(({ ms }) => ms));
    console.log(
      names[way].padEnd(36) +
        String(found[0]?.queries).padStart(7) +
        [median(found), fastest, ratio(results, way)].map((figure) => figure.toFixed(1).padStart(10)).join(''),
    );
  }
}

function judge(results: ReadonlyMap<Way, readonly Result[]>): boolean {
  const missed: string[] = [];
  const counted = new Set([...results.values()].flat().map((result) => result.counted.join(' posts, ') + ' terms'));
  if (counted.size > 1) missed.push(`The ways do not agree: ${[...counted].join('; ')}.`);
  const queries = Math.max(...(results.get('ours') ?? []).map((result) => result.queries));
  if (queries > MOST_QUERIES) missed.push(`Ours took ${String(queries)} queries; the goal is ${String(MOST_QUERIES)}.`);
  for (const way of ['core', 'crawl'] as const) {
    const least = LEAST_RATIO[way];
    if (results.has(way) && ratio(results, way) < least)
      missed.push(`Ours is ${ratio(results, way).toFixed(1)} times as fast as ${way}; the goal is ${String(least)}.`);
  }
  for (const line of missed) console.error(`\n${line}`);
  return missed.length === 0;
}

/** How many times as long as ours a way takes. */
function ratio(results: ReadonlyMap<Way, readonly Result[]>, way: Way): number {
  return median(results.get(way) ?? []) / median(results.get('ours') ?? []);
}

function median(results: readonly Result[]): number {
  const sorted = results.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
