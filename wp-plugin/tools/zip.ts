import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';

/**
 * `npm run plugin:zip [-- OUT.zip]`: the plugin as WordPress takes it, in dist/ unless said otherwise. The same files give
 * the same bytes on every machine: entries are sorted, times fixed, nothing of the machine goes in.
 */
const SOURCE = fileURLToPath(new URL('../igny8-bridge', import.meta.url));

/** 1 January 1980, the first day that a zip knows. */
const DATE = (1 << 5) | 1;
const UTF8_NAMES = 1 << 11;
const DEFLATE = 8;
const VERSION = 20;
const UNIX = 3 << 8;
const REGULAR_FILE = 0o100644;

interface Entry {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly crc: number;
  readonly size: number;
}

/** What a plugin is made of; anything else in its folder got there by mistake. */
const SHIPPED = /^(LICENSE|[^.].*\.(php|js|css|txt|svg|png|pot|po|mo|json))$/;

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [shipped(join(folder, entry.name))]));
}

function shipped(file: string): string {
  if (SHIPPED.test(basename(file))) return file;
  throw new Error(`${file} is no file of a plugin. Take it out of the folder, or add its kind to SHIPPED in tools/zip.ts.`);
}

function entryOf(file: string, source: string): Entry {
  const content = readFileSync(file);
  const name = `igny8-bridge/${relative(source, file).split(sep).join('/')}`;
  return { name: Buffer.from(name), data: deflateRawSync(content, { level: 9 }), crc: crc32(content), size: content.length };
}

/** The fields that a local header and the central directory share (APPNOTE 4.3.7 and 4.3.12). */
function common({ name, data, crc, size }: Entry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(DEFLATE, 4);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const local = (entry: Entry): Buffer => Buffer.concat([Buffer.from('PK\x03\x04'), common(entry), entry.name, entry.data]);

function central(entry: Entry, offset: number): Buffer {
  const head = Buffer.alloc(6);
  head.write('PK\x01\x02');
  head.writeUInt16LE(UNIX | VERSION, 4);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE((REGULAR_FILE << 16) >>> 0, 6);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([head, common(entry), tail, entry.name]);
}

function zip(entries: readonly Entry[]): Buffer {
  const bodies = entries.map(local);
  let offset = 0;
  const directory = Buffer.concat(
    entries.map((entry, index) => {
      const record = central(entry, offset);
      offset += bodies[index]?.length ?? 0;
      return record;
    }),
  );
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

/**
 * The plugin as WordPress takes it.
 *
 * @throws when a file is in the folder that no plugin ships, such as an editor's copy or an archive
 */
export function pluginZip(source = SOURCE): Buffer {
  return zip(
    files(source)
      .map((file) => entryOf(file, source))
      .sort((a, b) => Buffer.compare(a.name, b.name)),
  );
}

/** The version, as the plugin's own header says it. */
export function pluginVersion(source = SOURCE): string {
  const version = /^ \* Version:\s+(\S+)$/m.exec(readFileSync(join(source, 'igny8-bridge.php'), 'utf8'))?.[1];
  if (version === undefined) throw new Error('igny8-bridge.php has no line " * Version: …".');
  return version;
}

if (import.meta.main) {
  const out = resolve(process.argv[2] ?? fileURLToPath(new URL(`../../dist/igny8-bridge-${pluginVersion()}.zip`, import.meta.url)));
  const archive = pluginZip();
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, archive);
  console.log(`${out}\n${String(archive.length)} bytes\nSHA-256 ${createHash('sha256').update(archive).digest('hex')}`);
}
