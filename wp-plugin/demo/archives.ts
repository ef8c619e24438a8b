import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { createGunzip, inflateRawSync } from 'node:zlib';

/** A file below `folder`, wherever its name in the archive points. @throws when that is elsewhere */
function below(folder: string, name: string): string {
  const path = normalize(join(folder, name));
  if (!path.startsWith(folder + sep)) throw new Error(`The archive has a file outside of it: ${name}`);
  return path;
}

function write(folder: string, name: string, content: Uint8Array): void {
  const path = below(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/**
 * Writes some files of a .tar.gz (POSIX ustar, as npm makes it) below `folder`.
 *
 * @param choose gives the name to write a file under, or undefined to leave it out
 */
export async function untar(archive: string, folder: string, choose: (name: string) => string | undefined): Promise<void> {
  const bytes = new Bytes(createReadStream(archive).pipe(createGunzip()));
  for (let block = await bytes.take(BLOCK); block !== undefined; block = await bytes.take(BLOCK)) {
    const { name, size, isFile } = header(block);
    const target = isFile && size > 0 ? choose(name) : undefined;
    const padded = Math.ceil(size / BLOCK) * BLOCK;
    if (target === undefined) await bytes.skip(padded);
    else write(folder, target, ((await bytes.take(padded)) ?? Buffer.alloc(0)).subarray(0, size));
  }
}

const BLOCK = 512;

/** A stream that is read in pieces of a size. */
class Bytes {
  private readonly chunks: AsyncIterator<Buffer, undefined>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  }

  /** The next `size` bytes; undefined at the end. */
  async take(size: number): Promise<Buffer | undefined> {
    const parts = [this.rest];
    let length = this.rest.length;
    while (length < size) {
      const chunk = (await this.chunks.next()).value;
      if (chunk === undefined) return undefined;
      parts.push(chunk);
      length += chunk.length;
    }
    const all = parts.length === 1 ? this.rest : Buffer.concat(parts);
    this.rest = all.subarray(size);
    return all.subarray(0, size);
  }

  async skip(size: number): Promise<void> {
    let left = size - this.rest.length;
    if (left <= 0) {
      this.rest = this.rest.subarray(size);
      return;
    }
    this.rest = Buffer.alloc(0);
    while (left > 0) {
      const chunk = (await this.chunks.next()).value;
      if (chunk === undefined) return;
      this.rest = chunk.subarray(Math.min(left, chunk.length));
      left -= chunk.length;
    }
  }
}

function header(block: Buffer): { name: string; size: number; isFile: boolean } {
  const text = (from: number, to: number): string => block.toString('utf8', from, to).replace(/\0.*$/s, '');
  const prefix = text(345, 500);
  return {
    name: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
    size: Number.parseInt(text(124, 136).trim() || '0', 8),
    isFile: ['0', ''].includes(text(156, 157)),
  };
}

/** Writes all files of a zip below `folder`. */
export function unzip(archive: Buffer, folder: string): void {
  const end = archive.lastIndexOf('PK\x05\x06');
  if (end < 0) throw new Error('This is not a zip.');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, nameLength, extra, comment, offset] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt16LE(at + 30),
      archive.readUInt16LE(at + 32),
      archive.readUInt32LE(at + 42),
    ] as const;
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + extra + comment;
    if (name.endsWith('/')) continue;
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    const data = archive.subarray(start, start + packed);
    write(folder, name, method === 0 ? data : inflateRawSync(data));
  }
}
