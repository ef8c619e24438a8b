import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';

/**
 * `node wp-plugin/tools/zip.ts OUT.zip`: the plugin as WordPress takes it. The same files give the same bytes on every
 * machine: entries are sorted, times fixed, nothing of the machine goes in.
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

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((file) => (file.isDirectory() ? files(join(folder, file.name)) : [join(folder, file.name)]))
    .filter((file) => !/(^|[\\/])\.[^\\/]*$/.test(file));
}

function entryOf(file: string): Entry {
  const content = readFileSync(file);
  const name = `igny8-bridge/${relative(SOURCE, file).split(sep).join('/')}`;
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

const [out] = process.argv.slice(2);
if (out === undefined) {
  console.error('Say where to: node wp-plugin/tools/zip.ts OUT.zip');
  process.exit(2);
}
const entries = files(SOURCE)
  .map(entryOf)
  .sort((a, b) => Buffer.compare(a.name, b.name));
mkdirSync(dirname(out), { recursive: true });
const archive = zip(entries);
writeFileSync(out, archive);
console.log(`${out}: ${String(entries.length)} files, ${String(Math.round(archive.length / 1024))} KB`);
